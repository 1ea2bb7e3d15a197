package lv.kopa.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import lv.kopa.project.Project;
import lv.kopa.text.Dates;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * From which day to which a report reaches, both of them within; null where it has no such end.
 */
public record Span(@Nullable LocalDate from, @Nullable LocalDate to) {

    /**
     * What was typed, else the days of the project. Who empties a field that was filled means no end, so nothing but a
     * field that is not there stands for the project's.
     *
     * @throws InvalidInput where one is no date, or the last day is before the first
     */
    public static Span of(@Nullable String from, @Nullable String to, Project project) {
        Span span = new Span(
                from == null ? project.startsOn() : date("from", from), to == null ? project.endsOn() : date("to", to));
        if (span.from != null && span.to != null && span.to.isBefore(span.from)) {
            throw new InvalidInput("to", "report.fault.ends-before");
        }
        return span;
    }

    private static @Nullable LocalDate date(String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeException notOne) {
            throw new InvalidInput(field, "project.date.wrong");
        }
    }

    boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /** How it stands in an address. */
    public String query() {
        return "from=" + (from == null ? "" : from) + "&to=" + (to == null ? "" : to);
    }

    /** In words, each end by itself where there is one. */
    public Optional<String> in(Language language) {
        if (from == null && to == null) {
            return Optional.empty();
        }
        Dates dates = Dates.in(language);
        return Optional.of(
                from != null && to != null
                        ? dates.days(from, to)
                        : (from == null ? "" : dates.date(from)) + " – " + (to == null ? "" : dates.date(to)));
    }
}
