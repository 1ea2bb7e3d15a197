package lv.kopa.registration.participant;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Stage;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.web.Shell;

/**
 * What came of registering; it shows nothing that is not in its address, so anybody may see it, but for the e-mail
 * address, which only the browser is shown that it was typed in.
 *
 * @param position the turn of who waits
 * @param category the kind of place waited for
 * @param sessions what was chosen
 * @param with the full sessions without which no place is wanted
 * @param besides the full sessions waited for besides a place
 * @param minor whether somebody was registered who is under 18
 * @param agreed whether whoever answers for them agreed with the form
 * @param unasked whether something was answered that nobody asks any longer
 * @param known whether the address was known to be the person's, so that it need not be confirmed
 * @param kept what the reader's browser knows besides
 */
public record DonePage(
        EventView view,
        RegistrationStatus status,
        int position,
        Optional<Category> category,
        List<Session> sessions,
        List<Session> with,
        List<Session> besides,
        boolean minor,
        boolean agreed,
        boolean unasked,
        boolean known,
        Kept kept) {

    /**
     * What a browser knows of what was sent from it.
     *
     * @param writtenTo the address that was typed
     * @param last whether that was the last form sent from it, so that the address can be mended
     * @param next whether something is filled in already for the next person
     */
    public record Kept(Optional<String> writtenTo, boolean last, boolean next) {}

    static DonePage of(EventView view, Function<String, Optional<String>> asked, Kept kept) {
        String status = asked.apply("status").orElse("");
        RegistrationStatus outcome = Arrays.stream(RegistrationStatus.values())
                .filter(RegistrationStatus::isLive)
                .filter(candidate -> candidate.key().equals(status))
                .findFirst()
                .orElse(RegistrationStatus.AWAITING_APPROVAL);
        int number = asked.apply("position")
                .filter(position -> position.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(1);
        Optional<Category> kind = asked.apply("category")
                .filter(key -> outcome == RegistrationStatus.WAITING)
                .flatMap(view.details()::category);
        return new DonePage(
                view,
                outcome,
                number,
                kind,
                sessions(view, asked, "sessions"),
                sessions(view, asked, "with"),
                sessions(view, asked, "besides"),
                asked.apply("minor").isPresent(),
                asked.apply("agreed").isPresent(),
                asked.apply("unasked").isPresent(),
                asked.apply("known").isPresent(),
                kept);
    }

    public Optional<String> writtenTo() {
        return kept.writtenTo();
    }

    /** Whether the reader may go on with the next person, for whom something is filled in already. */
    public boolean more() {
        return kept.next() && view.availability().open();
    }

    private static List<Session> sessions(EventView view, Function<String, Optional<String>> asked, String name) {
        List<String> ids = List.of(asked.apply(name).orElse("").split(","));
        return view.details().chosen().stream()
                .filter(session -> ids.contains(String.valueOf(session.id())))
                .toList();
    }

    public String name(Session session) {
        return view.nameOf(session);
    }

    /** When a session is, by whose clock. */
    public String time(Session session) {
        return new EventFacts(view.details(), shell().language()).time(session);
    }

    /** Whether there is something for one's calendar, and the place counts. */
    public boolean mayAdd() {
        return isConfirmed() && !isHeld() && !own().details().planned().isEmpty();
    }

    /** The event with those parts alone that the person comes to. */
    public EventView own() {
        return new EventView(shell(), view.details().forWhoChose(ids()), view.now());
    }

    /** The same for the address of the file with it; "" where there is nothing to choose. */
    public String ownFile() {
        return view.details().chosen().isEmpty()
                ? ""
                : ids().stream().map(String::valueOf).collect(Collectors.joining(",", "&sessions=", ""));
    }

    private List<Long> ids() {
        return sessions.stream().map(Session::id).toList();
    }

    public Shell shell() {
        return view.shell();
    }

    /** Whether nothing counts before the address is confirmed. */
    public boolean isHeld() {
        return view.event().confirmAddress() && !known;
    }

    /** What stands above all: that there is something left to do. */
    public String state() {
        if (isFirstOfConsent()) {
            return shell().text("registration.guardian.silent");
        }
        return shell().text(isHeld() ? "registration.hold.state" : status.textKey());
    }

    public String look() {
        return isHeld() || isFirstOfConsent() ? "pending" : status.look();
    }

    public String headline() {
        if (isFirstOfConsent()) {
            return shell().text("registration.done.guardian-missing");
        }
        return isHeld() ? shell().text("registration.hold.check-mail") : outcome();
    }

    /** Whether whoever answers for somebody under 18 has yet to say that they agree. */
    public boolean awaitsGuardian() {
        return minor && !agreed;
    }

    /** Whether that is what is missing, and is said before there is a word of a place. */
    public boolean isFirstOfConsent() {
        return awaitsGuardian() && isConfirmed() && !isHeld();
    }

    /** Who has to agree until when, and what happens then. */
    public String consent() {
        Instant start = view.event().startsAt();
        return start == null || !start.isAfter(view.now())
                ? shell().text("registration.done.guardian-missing.at-once")
                : shell().text("registration.done.guardian-missing.until", view.deadline(start));
    }

    private String outcome() {
        return category.map(kind -> shell().text("registration.done.waiting-for", position, shell().text(kind.name())))
                .orElseGet(() -> shell().text("registration.done." + status.key(), position));
    }

    public String lead() {
        if (isHeld()) {
            return shell().text(
                            isConfirmed() ? "registration.hold.check-mail.place" : "registration.hold.check-mail.wish");
        }
        if (status == RegistrationStatus.WAITING && !with.isEmpty()) {
            String names = with.stream().map(this::name).collect(Collectors.joining("; "));
            return shell().text("registration.done.waiting-with.lead", names);
        }
        Integer hours = view.event().offerHours();
        if (status != RegistrationStatus.WAITING || (hours == null && !isForOneKind())) {
            return shell().text("registration.done." + status.key() + ".lead");
        }
        return hours == null
                ? shell().text("registration.done.waiting-for.lead")
                : shell().text(
                                isForOneKind()
                                        ? "registration.done.waiting-for-asked.lead"
                                        : "registration.done.waiting-asked.lead",
                                hours);
    }

    /** Until when a place may become free for whoever waits. */
    public Optional<String> waitsUntil() {
        Instant start = view.event().startsAt();
        return isWaiting() && start != null && start.isAfter(view.now())
                ? Optional.of(shell().text("registration.done.waiting.until", view.deadline(start)))
                : Optional.empty();
    }

    private boolean isWaiting() {
        return status == RegistrationStatus.WAITING && !isHeld();
    }

    /** Other kinds of place that there are, for whoever waits for one of a kind that is full. */
    public List<Category> freeKinds() {
        return isWaiting() && isForOneKind()
                ? view.details().categories().stream()
                        .filter(kind -> !kind.isFull() && !category.equals(Optional.of(kind)))
                        .toList()
                : List.of();
    }

    /** Parts that there are places in, for whoever waits since others that they chose are full. */
    public List<Session> freeParts() {
        return isWaiting() && !with.isEmpty()
                ? view.details().chosen().stream()
                        .filter(part -> !part.isFull() && !sessions.contains(part))
                        .toList()
                : List.of();
    }

    /** How one comes by another kind of place that there is. */
    public String freeKindsLead() {
        return shell().text(
                        view.event().offerHours() == null
                                ? "registration.done.free-kinds.lead"
                                : "registration.done.free-kinds-asked.lead");
    }

    /** What to do if one thinks otherwise. */
    public String wayOut() {
        return shell().text(
                        switch (status) {
                            case WAITING -> "registration.done.next.leave";
                            case AWAITING_APPROVAL -> "registration.done.next.withdraw";
                            default -> "registration.done.next.cancel";
                        });
    }

    /** Whether the kind of place is full that is waited for, and not all there is. */
    private boolean isForOneKind() {
        return category.isPresent() && !view.details().isFull();
    }

    /** Whether questions may wait on the own page; what kind of place it is stands in no address. */
    public boolean mayBeAsked() {
        return isConfirmed()
                && view.details().questionnaire().current().stream()
                        .anyMatch(question -> question.stage() == Stage.CONFIRMED);
    }

    /** By when it is decided, where somebody waits for that. */
    public Optional<String> decision() {
        return status == RegistrationStatus.AWAITING_APPROVAL ? Optional.of(view.decision()) : Optional.empty();
    }

    public boolean isConfirmed() {
        return status == RegistrationStatus.CONFIRMED;
    }
}
