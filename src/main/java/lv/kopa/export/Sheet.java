package lv.kopa.export;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

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
     * @param isNumber whether its values are numbers to count with; all others are text, whatever they look like
     */
    public record Column(String key, String label, boolean isNumber) {
        public static Column text(String label) {
            return new Column(label, label, false);
        }

        public static Column number(String label) {
            return new Column(label, label, true);
        }
    }

    /** A thing to know, under its name. */
    public record Fact(String label, String value) {}
}
