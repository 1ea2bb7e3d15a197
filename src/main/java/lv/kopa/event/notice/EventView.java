package lv.kopa.event.notice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.question.Choice;
import lv.kopa.text.Language;
import lv.kopa.text.Markdown;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import lv.kopa.web.Head;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** An event in the words of its reader. */
public record EventView(Shell shell, EventDetails details, Instant now) {
    private static final Duration NEAR = Duration.ofDays(200);
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    public Event event() {
        return details.event();
    }

    public String path() {
        return "/events/" + event().slug();
    }

    public String title() {
        return shell.text(event().title());
    }

    /** The path of its picture. */
    public Optional<String> picture() {
        return Optional.ofNullable(event().picture()).map(name -> path() + "/picture/" + name);
    }

    /** The language of the title as it is shown, for `lang`; null where it is the reader's. */
    public String titleLanguage() {
        return languageOf(event().title());
    }

    public String languageOf(Translated text) {
        return text.languageFor(shell.language())
                .filter(language -> language != shell.language())
                .map(Language::tag)
                .orElse(shell.language().tag());
    }

    public String kind() {
        return shell.text(event().kind().textKey());
    }

    public String description() {
        return html(event().description());
    }

    public boolean hasDescription() {
        return !event().description().isEmpty();
    }

    /** What whoever comes is given. */
    public String provided() {
        return html(event().provided());
    }

    /** That a text is not in the reader's language, where it is not. */
    public Optional<String> note(Translated text) {
        return text.languageFor(shell.language())
                .filter(shown -> shown != shell.language())
                .map(shown -> text.languages().size() == 1
                        ? shell.text("event.only-in", named(shown))
                        : shell.text("event.shown-in", named(shell.language()), named(shown)));
    }

    /** The same of the programme, whose parts are called something or other. */
    public Optional<String> programmeNote() {
        boolean foreign = details.planned().stream()
                .map(Session::title)
                .anyMatch(title -> note(title).isPresent());
        boolean said = note(event().title()).isPresent();
        return foreign && !said ? Optional.of(shell.text("event.partly", named(shell.language()))) : Optional.empty();
    }

    /** The same of what else it says. */
    public LanguageNotes languages() {
        return new LanguageNotes(this);
    }

    private String named(Language language) {
        return language.nameIn(shell.language());
    }

    /** Its days, as one reads them aloud. */
    public String days() {
        return details.days(shell.language());
    }

    public Optional<Cover> cover() {
        return details.firstDay().flatMap(first -> details.lastDay().map(last -> new Cover(shell, first, last)));
    }

    public boolean isOneDay() {
        return details.firstDay().equals(details.lastDay());
    }

    public Optional<LocalDate> firstDay() {
        return details.firstDay();
    }

    /** "10:00–16:00", or how many days it takes. */
    public String span() {
        if (!isOneDay()) {
            return shell.text("event.days", details.byDay().size());
        }
        return hours(
                details.planned().stream().map(Session::startsOn).min(Comparator.naturalOrder()),
                details.planned().stream().map(Session::endsOn).max(Comparator.naturalOrder()));
    }

    private String hours(Optional<LocalDateTime> from, Optional<LocalDateTime> to) {
        return from.flatMap(start -> to.map(
                        end -> shell.dates().time(start) + "–" + shell.dates().time(end)))
                .orElse("");
    }

    public String hours(Session session) {
        return hours(Optional.of(session.startsOn()), Optional.of(session.endsOn()));
    }

    public static String iso(ZonedDateTime time) {
        return ISO.format(time);
    }

    public String where() {
        return details.where(shell.language());
    }

    public Optional<String> where(Session session) {
        return session.whereIn(Texts.in(shell.language()));
    }

    /** Where it is, as far as it is anywhere one can go to. */
    public List<Spot> spots() {
        return details.spots().stream().map(Spot::new).toList();
    }

    /** Where a stop is, to look it up; nothing where the whole event is there. */
    public Optional<Spot> spot(Session session) {
        long places = details.planned().stream()
                .map(Session::place)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return places < 2
                ? Optional.empty()
                : Optional.ofNullable(session.place()).map(Spot::new);
    }

    /** What a stop is called: by its own title, else by where it is. */
    public String heading(Session session) {
        return details.nameOf(session, shell.language()).orElseGet(() -> shell.text(event().title()));
    }

    /** What a part is called, at least by when it is. */
    public String nameOf(Session session) {
        return details.nameOf(session, shell.language()).orElseGet(() -> hours(session));
    }

    public String headingLanguage(Session session) {
        return title(session).isPresent()
                ? languageOf(session.title())
                : shell.language().tag();
    }

    /** Where a stop is, if its heading does not say so. */
    public Optional<String> whereBelow(Session session) {
        return title(session).flatMap(title -> where(session));
    }

    private Optional<String> title(Session session) {
        return details.titleOf(session, shell.language());
    }

    public List<String> hosts() {
        return details.planned().stream()
                .map(Session::host)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    public List<String> trainers() {
        return details.planned().stream()
                .flatMap(session -> session.trainers().stream())
                .distinct()
                .toList();
    }

    /** Where the events of a trainer are found. */
    public String ledBy(String trainer) {
        return "/?trainer=" + URLEncoder.encode(trainer, StandardCharsets.UTF_8);
    }

    public HomeTime home() {
        return new HomeTime(shell, event().zone());
    }

    public String heldIn() {
        return event().heldIn().stream()
                .map(language -> language.nameIn(shell.language()))
                .collect(Collectors.joining(", "));
    }

    /** The state of its places in one phrase. */
    public Availability availability() {
        return Availability.of(this);
    }

    /** How it went, as far as is known: it was held, and how many had a place. */
    public Optional<String> outcome() {
        return event().wasHeld(now)
                ? Optional.of(shell.text("event.past.held", event().placesTaken()))
                : Optional.empty();
    }

    /** Whether its organisers told everybody what came of it. */
    public boolean isReported() {
        return event().outcomeAt() != null;
    }

    /** How what they told begins. */
    public Optional<String> report() {
        return isReported()
                ? Optional.of(Head.shortened(Markdown.text(shell.text(event().outcome()))))
                : Optional.empty();
    }

    /** A text of Markdown as HTML. */
    public String html(Translated text) {
        return Markdown.html(shell.text(text));
    }

    /** An instant on the clocks at the event's home, without the year where it is near. */
    public String moment(Instant instant) {
        LocalDateTime wallClock = instant.atZone(event().zone()).toLocalDateTime();
        return isNear(instant)
                ? shell.dates().nearMoment(wallClock)
                : shell.dates().moment(wallClock);
    }

    /** The same with whose clocks those are: of by when something is to be done, and wherever that is not said nearby. */
    /** By when whoever awaits an organiser's decision hears of it. */
    public String decision() {
        return shell.say(event().decision(shell.language(), now));
    }

    public String deadline(Instant instant) {
        return isNear(instant)
                ? shell.dates().nearDeadline(instant, event().zone())
                : shell.dates().deadline(instant, event().zone());
    }

    private boolean isNear(Instant instant) {
        return Duration.between(now, instant).abs().compareTo(NEAR) < 0;
    }

    public Optional<String> closes() {
        return closing().map(end -> shell.text("event.closes", end));
    }

    public Optional<String> closing() {
        return ahead(event().closesAt());
    }

    public Optional<String> opening() {
        return ahead(event().opensAt());
    }

    private Optional<String> ahead(@Nullable Instant instant) {
        return instant == null || now.isAfter(instant) || event().isCancelled()
                ? Optional.empty()
                : Optional.of(deadline(instant));
    }

    /** Whether how many places are left still matters to anybody. */
    public boolean showsPlaces() {
        return !availability().look().isEmpty() && !event().isCancelled();
    }

    public Availability availability(Category category) {
        Optional<Integer> left = category.placesLeft();
        Optional<Integer> whole = event().placesLeft();
        return Availability.of(
                this,
                left.isEmpty()
                        ? whole
                        : whole.map(total -> Math.min(total, left.get())).or(() -> left));
    }

    public Availability availability(Session session) {
        return Availability.of(this, session.placesLeft());
    }

    public Availability availability(Choice choice) {
        return Availability.of(this, choice.placesLeft());
    }
}
