package lv.kopa.registration.attendees;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an organiser looks at the registrations of an event, as it stands in the address.
 *
 * @param byName whether they stand by name, instead of newest first
 * @param columns those that are shown besides the name and the status
 * @param page from 1
 */
public record Arrangement(boolean byName, Set<Column> columns, int page) {
    private static final String BY_NAME = "name";
    private static final Set<Column> USUAL = EnumSet.complementOf(EnumSet.of(Column.PHONE, Column.MINOR));
    private static final int LAST = 1_000_000;

    /** What can be shown of people; in files it goes by the same names. */
    public enum Column {
        CATEGORY("workspace.attendees.category"),
        SESSIONS("workspace.attendees.sessions"),
        ORGANISATION("workspace.attendees.organisation"),
        EMAIL("workspace.attendees.email"),
        PHONE("export.phone"),
        MINOR("export.minor"),
        REGISTERED("workspace.attendees.registered");

        private final String textKey;

        Column(String textKey) {
            this.textKey = textKey;
        }

        public String textKey() {
            return textKey;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Arrangement usual() {
        return new Arrangement(false, USUAL, 1);
    }

    /**
     * Reads what stands in an address; what nobody knows is left out.
     *
     * @param columns null for those that are usual
     */
    static Arrangement of(@Nullable String sort, @Nullable List<String> columns, @Nullable Integer page) {
        return new Arrangement(
                BY_NAME.equals(sort),
                columns == null
                        ? USUAL
                        : Stream.of(Column.values())
                                .filter(column -> columns.contains(column.key()))
                                .collect(Collectors.toSet()),
                page == null ? 1 : Math.max(1, Math.min(page, LAST)));
    }

    /** What the same order is called in files. */
    Sorting sorting() {
        return byName ? Sorting.NAME : Sorting.NEWEST;
    }

    /** How many stand on the pages before. */
    int skipped(int size) {
        return Math.multiplyExact(page - 1, size);
    }

    public boolean shows(Column column) {
        return columns.contains(column);
    }

    public boolean isUsual() {
        return columns.equals(USUAL);
    }

    /** Its columns in an address, each pair after an "&"; "" where they are the usual. */
    String chosen() {
        return isUsual()
                ? ""
                : Stream.concat(
                                Stream.of(""),
                                Stream.of(Column.values()).filter(this::shows).map(Column::key))
                        .map(key -> "&columns=" + key)
                        .collect(Collectors.joining());
    }

    /** Another page of the same in an address, each pair after an "&". */
    String query(int other) {
        return (byName ? "&sort=" + BY_NAME : "") + chosen() + (other > 1 ? "&page=" + other : "");
    }
}
