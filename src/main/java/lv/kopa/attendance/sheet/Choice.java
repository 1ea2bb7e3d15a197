package lv.kopa.attendance.sheet;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What an organiser wants to have on a sheet.
 *
 * @param columns besides names and signatures, in their order
 * @param blank how many rows there are for those who come unannounced
 */
record Choice(List<Column> columns, int blank) {
    static final int MOST_BLANK = 60;
    static final int USUAL_BLANK = 5;

    /** What is said of each person. */
    enum Column {
        ORGANISATION,
        CATEGORY,
        EMAIL,
        PHONE,
        PHOTO;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String textKey() {
            return this == PHOTO ? "attendance.sheet.photo" : "export." + key();
        }
    }

    /** What is asked for in an address; a number that is none is as good as none. */
    static Choice of(Collection<String> columns, String blank) {
        List<Column> chosen = Arrays.stream(Column.values())
                .filter(column -> columns.contains(column.key()))
                .toList();
        int rows = blank.matches("\\d{1,4}") ? Integer.parseInt(blank) : USUAL_BLANK;
        return new Choice(chosen, Math.min(rows, MOST_BLANK));
    }
}
