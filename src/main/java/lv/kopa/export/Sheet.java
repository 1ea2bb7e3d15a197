package lv.kopa.export;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lv.kopa.text.Language;

/**
 * A list as it is exported, in the words of one language.
 *
 * @param name what the rows are
 * @param rows a value for each column, "" for none
 * @param about what the list is about, for a sheet of its own
 */
public record Sheet(String name, List<Column> columns, List<List<String>> rows, List<Fact> about) {
    private static final Set<String> ALWAYS = Set.of("reference", "status", "name");

    /**
     * The same, of a list of people, with some of its columns alone.
     *
     * @param chosen the keys of those it is to have besides who it is and how it stands; none for all
     */
    public Sheet narrowed(Set<String> chosen) {
        return chosen.isEmpty() ? this : only(chosen);
    }

    private Sheet only(Set<String> chosen) {
        Set<String> keys = new HashSet<>(ALWAYS);
        keys.addAll(chosen);
        int[] kept = IntStream.range(0, columns.size())
                .filter(place -> keys.contains(columns.get(place).key()))
                .toArray();
        return new Sheet(
                name,
                IntStream.of(kept).mapToObj(columns::get).toList(),
                rows.stream()
                        .map(row -> IntStream.of(kept).mapToObj(row::get).toList())
                        .toList(),
                about);
    }

    /**
     * A column.
     *
     * @param key what it is in every language
     * @param format how spreadsheet programs write its values, in their words; "" for what is theirs to choose
     */
    public record Column(String key, String label, Kind kind, String format) {
        private static final String AS_TYPED = "@";

        /** What people typed, and whatever else is not to be counted with: text, whatever it looks like. */
        public static Column text(String key, String label) {
            return new Column(key, label, Kind.TEXT, AS_TYPED);
        }

        public static Column text(String label) {
            return text(label, label);
        }

        /** Numbers to count with. */
        public static Column number(String key, String label) {
            return new Column(key, label, Kind.NUMBER, "");
        }

        public static Column number(String label) {
            return number(label, label);
        }

        /** Moments on some clock, which are Kopa's own and nobody's words: `2027-06-14 09:30`, with seconds or without. */
        public static Column moment(String key, String label, Language reader) {
            return new Column(key, label, Kind.MOMENT, Format.minutes(reader));
        }

        public boolean isNumber() {
            return kind == Kind.NUMBER;
        }
    }

    /** What the values of a column are. */
    public enum Kind {
        TEXT,
        NUMBER,
        MOMENT
    }

    /** How spreadsheet programs are told to write moments: in the order of their reader, and for nobody ambiguous. */
    private static final class Format {
        private Format() {}

        static String minutes(Language reader) {
            return switch (reader) {
                case EN -> "[$-809]d mmm yyyy hh:mm";
                case LV -> "dd\\.mm\\.yyyy\\. hh:mm";
                case NB, UK, RU -> "dd\\.mm\\.yyyy hh:mm";
            };
        }
    }

    /**
     * A thing to know, under its name.
     *
     * @param moments what of it is moments, to reckon with
     * @param format how they are written
     */
    public record Fact(String label, String value, List<LocalDateTime> moments, String format) {
        public Fact(String label, String value) {
            this(label, value, List.of(), "");
        }

        /** The same with moments on some clock beside it. */
        public Fact at(Language reader, LocalDateTime... times) {
            return new Fact(label, value, List.of(times), Format.minutes(reader));
        }
    }
}
