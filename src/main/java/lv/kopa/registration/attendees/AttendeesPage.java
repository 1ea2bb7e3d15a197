package lv.kopa.registration.attendees;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.Minors;
import lv.kopa.event.Session;
import lv.kopa.event.Visibility;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.attendees.Arrangement.Column;
import lv.kopa.registration.delegation.DelegationView;
import lv.kopa.registration.delegation.Standing;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.undo.Decision;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * An event as its organisers see it, with who comes.
 *
 * @param course how it filled
 * @param arrangement how they stand
 * @param whole whether the reader may see more of people than who only records at the door who comes
 * @param delegations to whom places were given
 * @param undoable what was decided on several people at once and can still be undone
 * @param form the reason for cancelling it, as typed
 */
public record AttendeesPage(
        Shell shell,
        EventView view,
        Figures figures,
        CourseView course,
        AttendeeFilter filter,
        Arrangement arrangement,
        AttendeeList list,
        boolean whole,
        List<Standing> delegations,
        List<Decision> undoable,
        Form form) {
    /** What is said only where there is something of it. */
    private static final List<String> OF_SOME_EVENTS =
            List.of("workspace.figures.reserved", "workspace.figures.offered");

    public Event event() {
        return view.event();
    }

    public String path() {
        return "/organiser/events/" + event().slug();
    }

    public String publicAddress() {
        return shell.links().to(view.path());
    }

    public boolean mayPublish() {
        return event().isDraft() && !view.details().planned().isEmpty();
    }

    public boolean mayInvite() {
        return event().visibility() == Visibility.INVITATION && !event().isCancelled();
    }

    /** Whether it can still be called off: it is announced and not over. */
    public boolean mayCancel() {
        return event().isShown() && !event().isCancelled() && !event().isOver(view.now());
    }

    public List<NextStep> nextSteps() {
        return NextStep.of(view, figures);
    }

    /** Whether there is something to be done that is for the reader to do, or to know of. */
    public boolean hasSteps() {
        return whole && !nextSteps().isEmpty();
    }

    /** Under which project it runs, in a line. */
    public String funding() {
        return view.details()
                .funding()
                .map(funding -> shell.text(
                        "workspace.event.funding",
                        shell.text(funding.projectTitle()),
                        funding.activityNumber(),
                        funding.projectNumber()))
                .orElse("");
    }

    /**
     * How many there are of something.
     *
     * @param of of how many, in words; "" where that is not said
     * @param address where they are listed; "" where there are none
     */
    public record Figure(String textKey, long number, String of, String address) {}

    /** What stands above all else. */
    public List<Figure> shownFigures() {
        String places = view.details()
                .places()
                .map(all -> shell.text("workspace.figures.of", all))
                .orElse("");
        return Stream.of(
                        figure("confirmed", figures.confirmed(), places, RegistrationStatus.CONFIRMED),
                        new Figure("workspace.figures.reserved", figures.reserved(), "", "#delegations"),
                        figure("awaiting", figures.awaiting(), "", RegistrationStatus.AWAITING_APPROVAL),
                        figure("waiting", figures.waiting(), "", RegistrationStatus.WAITING),
                        new Figure("workspace.figures.offered", figures.offered(), "", ""),
                        figure("cancelled", figures.cancelled(), "", RegistrationStatus.CANCELLED))
                .filter(figure -> figure.number() > 0 || !OF_SOME_EVENTS.contains(figure.textKey()))
                .toList();
    }

    private Figure figure(String name, long number, String of, RegistrationStatus status) {
        boolean listed = number > 0 && event().isShown();
        String address = listed ? path() + "?status=" + status.name() + "#attendees" : "";
        return new Figure("workspace.figures." + name, number, of, address);
    }

    public List<RegistrationStatus> statuses() {
        return List.of(RegistrationStatus.values());
    }

    public boolean looksFor(RegistrationStatus status) {
        return status == filter.status();
    }

    public boolean looksFor(Category category) {
        return Long.valueOf(category.id()).equals(filter.category());
    }

    /** The columns that may be shown of this event's people. */
    public List<Column> possible() {
        return Stream.of(Column.values())
                .filter(column -> column != Column.CATEGORY || hasCategories())
                .filter(column -> column != Column.SESSIONS || hasSessions())
                .filter(column -> column != Column.PHONE || whole)
                .filter(column -> column != Column.MINOR || event().minors() == Minors.ASKED)
                .toList();
    }

    public List<Column> columns() {
        return possible().stream().filter(arrangement::shows).toList();
    }

    public boolean shows(Column column) {
        return columns().contains(column);
    }

    /** How they stand, in words. */
    public String sorted() {
        return shell.text(arrangement.byName() ? "workspace.attendees.sort.name" : "workspace.attendees.sort.newest");
    }

    /** Whether there is anything that people have to answer. */
    public boolean needsAnswers() {
        return view.details().questionnaire().needsAnswers();
    }

    /** Whether there is anything that only few may see the answers to. */
    public boolean asksSecrets() {
        return !view.details().questionnaire().sensitive().isEmpty();
    }

    public boolean hasCategories() {
        return !view.details().categories().isEmpty();
    }

    public String category(Registration registration) {
        return category(view, shell, registration).orElse("");
    }

    public boolean hasSessions() {
        return !view.details().chosen().isEmpty();
    }

    /** The sessions a person chose, in the order of the programme. */
    public String sessions(Registration registration) {
        List<Long> chosen = list.sessions().getOrDefault(registration.id(), List.of());
        return view.details().chosen().stream()
                .filter(session -> chosen.contains(session.id()))
                .map(this::name)
                .collect(Collectors.joining("; "));
    }

    /** Where a person stands in line for a full session, one after another. */
    public List<String> turns(Registration registration) {
        return list.turns().getOrDefault(registration.id(), List.of()).stream()
                .map(turn -> shell.text("workspace.attendees.turn", name(turn.session()), turn.number()))
                .toList();
    }

    /** How many wait for a session besides their place in the event. */
    public long waiting(Session session) {
        return list.awaited().getOrDefault(session.id(), 0L);
    }

    public String name(Session session) {
        return session.title().isEmpty() ? view.hours(session) : shell.text(session.title());
    }

    static Optional<String> category(EventView view, Shell shell, Registration registration) {
        return view.details().categoryOf(registration.categoryId()).map(category -> shell.text(category.name()));
    }

    /** The status, and for who waits also the turn. */
    public String status(Registration registration) {
        if (offeredUntil(registration).isPresent()) {
            return shell.text("registration.offer.state");
        }
        Integer position = list.positions().get(registration.id());
        return position == null
                ? shell.text(registration.status().textKey())
                : shell.text("workspace.attendees.waiting", position);
    }

    /** Until when a place is offered, where one is. */
    public Optional<Instant> offeredUntil(Registration registration) {
        return Optional.ofNullable(list.offered().get(registration.id()));
    }

    /** Whether the person is coming and is not to be seen in pictures. */
    public boolean isNotPhotographed(Registration registration) {
        return registration.isConfirmed()
                && !registration.isErased()
                && !list.photographed().contains(registration.id());
    }

    /** Whether it is still only held. */
    public boolean isUnconfirmed(Registration registration) {
        return list.unconfirmed().contains(registration.id());
    }

    /** Whether the person is under 18, where that is asked. */
    public boolean isMinor(Registration registration) {
        return event().minors() == Minors.ASKED && list.guardians().containsKey(registration.id());
    }

    /** Whether somebody of the same name is registered too, who may be the same person. */
    public boolean isPerhapsTwice(Registration registration) {
        return list.doubles().contains(registration.id());
    }

    /** Whether a guardian has yet to agree. */
    public boolean isWithoutConsent(Registration registration) {
        Guardian guardian = list.guardians().get(registration.id());
        return guardian != null && registration.status().isLive() && !guardian.agrees();
    }

    public String name(Registration registration) {
        return name(shell, registration);
    }

    /** What somebody is called, who may be erased. */
    public static String name(Shell shell, Registration registration) {
        return registration.isErased() ? shell.text("registration.erased") : registration.name();
    }

    /** Who registered the person, where that was somebody else. */
    public Optional<String> contact(Registration registration) {
        return Optional.ofNullable(list.contacts().get(registration.id()));
    }

    /** Of whose delegation the person is. */
    public Optional<String> partner(Registration registration) {
        return Optional.ofNullable(list.partners().get(registration.id()));
    }

    public DelegationView delegation(Standing standing) {
        return new DelegationView(view, standing);
    }

    /** Whether partners can be given places: while somebody can still be named for them. */
    public boolean mayGive() {
        Instant start = event().startsAt();
        return event().isAhead(view.now()) && (start == null || view.now().isBefore(start));
    }

    /** How many of the places of a kind that are taken are kept for people whom delegations have yet to name. */
    public int reserved(Category category) {
        return delegations.stream()
                .mapToInt(standing -> standing.reserved(category.id()))
                .sum();
    }

    public boolean awaits(Registration registration) {
        return registration.status() == RegistrationStatus.AWAITING_APPROVAL;
    }

    /** On the clocks at the event's home. */
    public String when(Instant instant) {
        return shell.dates().shortMoment(instant, event().zone());
    }

    public String taken(Category category) {
        return taken(category.placesTaken(), category.places());
    }

    public String taken(Session session) {
        return taken(session.placesTaken(), session.places());
    }

    private String taken(int taken, @Nullable Integer places) {
        return places == null ? Integer.toString(taken) : shell.text("workspace.of", taken, places);
    }

    /** The same list in the same order as a file. */
    public String export(String format) {
        String sort = "&sort=" + arrangement.sorting().key();
        return path() + "/registrations." + format + address(filter.query() + sort + arrangement.chosen());
    }

    /** Where the same list is ordered to be mailed. */
    public String regularLists() {
        return path() + "/regular-lists" + address(filter.query() + arrangement.chosen());
    }

    public Optional<String> next() {
        return list.isLast() ? Optional.empty() : Optional.of(other(arrangement.page() + 1));
    }

    public Optional<String> previous() {
        return arrangement.page() == 1 ? Optional.empty() : Optional.of(other(arrangement.page() - 1));
    }

    private String other(int page) {
        return path() + address(filter.query() + arrangement.query(page)) + "#attendees";
    }

    private static String address(String query) {
        return query.startsWith("&") ? "?" + query.substring(1) : query;
    }
}
