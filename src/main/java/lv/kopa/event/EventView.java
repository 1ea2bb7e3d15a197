package lv.kopa.event;

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
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Markdown;
import lv.kopa.text.Translated;
import lv.kopa.web.Shell;

/** An event in the words of its reader. */
public record EventView(Shell shell, EventDetails details, Instant now) {
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
        return Markdown.html(shell.text(event().description()));
    }

    public boolean hasDescription() {
        return !event().description().isEmpty();
    }

    /** Its days, as one reads them aloud. */
    public String days() {
        return details.firstDay()
                .flatMap(first -> details.lastDay().map(last -> shell.dates().days(first, last)))
                .orElseGet(() -> shell.text("event.no-date"));
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

    /** The same stretch on the clocks at home, where they show another time. */
    public Optional<String> hoursAtHome(Session session) {
        ZonedDateTime start = session.start().withZoneSameInstant(event().zone());
        ZonedDateTime end = session.end().withZoneSameInstant(event().zone());
        return start.getOffset().equals(session.start().getOffset())
                ? Optional.empty()
                : Optional.of(hours(Optional.of(start.toLocalDateTime()), Optional.of(end.toLocalDateTime())));
    }

    public static String iso(ZonedDateTime time) {
        return ISO.format(time);
    }

    /** Where it is: its places one after another, "online" for what has none. */
    public String where() {
        return details.planned().stream()
                .map(this::where)
                .flatMap(Optional::stream)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(" · "));
    }

    public Optional<String> where(Session session) {
        return session.place() == null && session.onlineUrl() != null
                ? Optional.of(shell.text("event.online"))
                : Optional.ofNullable(session.place());
    }

    public List<String> hosts() {
        return details.planned().stream()
                .map(Session::host)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** "Oslo time, one hour behind home", said where the itinerary enters another zone. */
    public String enters(Session session) {
        int minutes = (session.start().getOffset().getTotalSeconds()
                        - session.start()
                                .withZoneSameInstant(event().zone())
                                .getOffset()
                                .getTotalSeconds())
                / 60;
        String zone = shell.dates().zone(session.zone());
        if (minutes == 0) {
            return shell.text("event.zone.home", zone);
        }
        String gap = (minutes > 0 ? "+" : "−")
                + Math.abs(minutes) / 60
                + (minutes % 60 == 0 ? "" : ":" + Math.abs(minutes) % 60);
        return shell.text("event.zone.enters", zone, gap);
    }

    public String zoneName() {
        return shell.dates().zone(event().zone());
    }

    public String heldIn() {
        return event().heldIn().stream()
                .map(language ->
                        language.locale().getDisplayLanguage(shell.language().locale()))
                .collect(Collectors.joining(", "));
    }

    /** The state of its places in one phrase. */
    public Availability availability() {
        return Availability.of(this);
    }

    /** An instant on the clocks at the event's home. */
    public String moment(Instant instant) {
        return Dates.in(shell.language()).moment(instant.atZone(event().zone()).toLocalDateTime());
    }

    public Optional<String> closes() {
        Instant end = event().closesAt();
        return end == null || now.isAfter(end) || event().isCancelled()
                ? Optional.empty()
                : Optional.of(shell.text("event.closes", moment(end)));
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
}
