package lv.kopa.event;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lv.kopa.text.Faults;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;
import lv.kopa.text.Slug;
import lv.kopa.text.Zones;
import org.jspecify.annotations.Nullable;

/**
 * Which public events somebody looks for; null: any.
 *
 * @param organisation its slug
 * @param project its slug
 * @param trainer the name of somebody who leads a part of it
 * @param category the key of a kind of place that there is in it
 * @param from the first day, in the installation's home zone
 */
public record EventFilter(
        @Nullable String q,
        @Nullable EventKind kind,
        @Nullable String organisation,
        @Nullable String project,
        @Nullable String trainer,
        @Nullable String category,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Language language) {
    /** What it is read from. */
    public static final List<String> NAMES =
            List.of("q", "kind", "organisation", "project", "trainer", "category", "from", "to", "language");

    public static EventFilter none() {
        return new EventFilter(null, null, null, null, null, null, null, null, null);
    }

    /** The same, of one organisation. */
    public EventFilter ofOrganisation(String slug) {
        return new EventFilter(q, kind, slug, project, trainer, category, from, to, language);
    }

    /** The same, of one project. */
    public EventFilter ofProject(String slug) {
        return new EventFilter(q, kind, organisation, slug, trainer, category, from, to, language);
    }

    /** Reads {@link #NAMES}; what makes no sense is left out. */
    public static EventFilter of(Function<String, Optional<String>> query) {
        return new EventFilter(
                value(query, "q", typed -> Optional.of(PlainText.line(typed))),
                value(query, "kind", EventKind::of),
                value(query, "organisation", EventFilter::slug),
                value(query, "project", EventFilter::slug),
                value(query, "trainer", typed -> Optional.of(PlainText.line(typed))),
                value(query, "category", EventFilter::key),
                value(query, "from", EventFilter::day),
                value(query, "to", EventFilter::day),
                value(query, "language", Language::of));
    }

    /**
     * Reads the same from a program, which is told what makes no sense.
     *
     * @throws lv.kopa.text.InvalidInput where anything does not
     */
    public static EventFilter strictly(Function<String, Optional<String>> query) {
        EventFilter filter = of(query);
        Faults faults = new Faults();
        filter.leftOut(query).forEach((name, typed) -> faults.add(name, "web.unknown-choice", typed));
        faults.refuseIfAny();
        return filter;
    }

    /** What of the query it was read from makes no sense, and so is left out of it. */
    public Map<String, String> leftOut(Function<String, Optional<String>> query) {
        Map<String, String> senseless = new LinkedHashMap<>();
        leaveOut(senseless, "kind", query, kind);
        leaveOut(senseless, "from", query, from);
        leaveOut(senseless, "to", query, to);
        leaveOut(senseless, "language", query, language);
        return senseless;
    }

    private static void leaveOut(
            Map<String, String> senseless,
            String name,
            Function<String, Optional<String>> query,
            @Nullable Object read) {
        query.apply(name)
                .filter(typed -> !typed.isBlank() && read == null)
                .ifPresent(typed -> senseless.put(name, typed));
    }

    public boolean isEmpty() {
        return equals(none());
    }

    /** Whether its words ask for what is free of charge, of which we know nothing: they are passed over. */
    public boolean asksWhatIsFree() {
        return q != null && Sought.asksWhatIsFree(q);
    }

    /** The words to look for, as SQL reads them. */
    @Nullable
    String sought() {
        return q == null ? null : Sought.json(q);
    }

    /** A whole line among the names of trainers, as SQL's LIKE has it. */
    @Nullable
    String trainerPattern() {
        return trainer == null ? null : "%\n" + Sought.literally(trainer) + "\n%";
    }

    @Nullable
    String kindName() {
        return kind == null ? null : kind.name();
    }

    @Nullable
    String languageTag() {
        return language == null ? null : language.tag();
    }

    @Nullable
    Instant fromInstant() {
        return from == null ? null : from.atStartOfDay(Zones.HOME).toInstant();
    }

    @Nullable
    Instant toInstant() {
        return to == null ? null : to.plusDays(1).atStartOfDay(Zones.HOME).toInstant();
    }

    /** What is no slug stays one that nothing has. */
    private static Optional<String> slug(String typed) {
        return Optional.of(Slug.isOne(typed) ? typed : "-");
    }

    private static Optional<String> key(String typed) {
        return Optional.of(typed.matches("[a-z0-9_-]{1,40}") ? typed : "-");
    }

    /** A day as `2027-06-14`, of a year that clocks and databases can reckon with. */
    public static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() >= 1900 && day.getYear() < 9999);
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
    }

    private static <T> @Nullable T value(
            Function<String, Optional<String>> query, String name, Function<String, Optional<T>> read) {
        return query.apply(name)
                .map(String::strip)
                .filter(typed -> !typed.isEmpty())
                .flatMap(read)
                .orElse(null);
    }
}
