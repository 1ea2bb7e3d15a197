package lv.kopa.table;

import java.util.List;
import lv.kopa.text.Language;

/** Reads what spreadsheet programs save: CSV with any of their signs and letters, and XLSX. */
public final class Tables {
    private Tables() {}

    /**
     * The rows of a file that are not empty; cells are text without blanks around it.
     *
     * @param writer whose letters a file has that is not in Unicode
     * @param most how many rows are read; one more than that says that there are others
     * @throws TableUnreadable if it is no table
     */
    public static List<List<String>> rows(byte[] file, Language writer, int most) {
        return Workbooks.isOne(file) ? Workbooks.rows(file, most) : rows(Letters.of(file, writer), most);
    }

    /** The same of the text of a CSV file. */
    public static List<List<String>> rows(String text, int most) {
        return CommaRows.of(Letters.withoutMark(text), most);
    }

    /**
     * A file as the text of a CSV file, for people to mend.
     *
     * @throws TableUnreadable if it is no table
     */
    public static String text(byte[] file, Language writer, int most) {
        return Workbooks.isOne(file) ? CommaRows.text(Workbooks.rows(file, most)) : Letters.of(file, writer);
    }
}
