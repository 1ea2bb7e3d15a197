package lv.kopa.export;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Lists as a spreadsheet: the rows on the first sheet, what they are about on the second. What people typed is text,
 * in cells for text, so that it stays what it is even when somebody edits it; numbers and moments of our own are such, to
 * be counted and sorted.
 *
 * <p>A list may come in parts and be longer than memory: what was written is not kept, so that text stands
 * in its cell and not in a table of all texts, and columns are as wide as the first part asks.
 */
public final class Xlsx implements Closeable {
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final Pattern BLANKS = Pattern.compile("^\\s|\\s$|\\s\\s|[\\x00-\\x1F]");
    private static final String TEXT = "@";
    private static final int LONGEST = 32_767;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 50;
    private static final int MOMENT_WIDTH = 18;

    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();
    private @Nullable Page page;
    private List<Sheet.Fact> about = List.of();

    Xlsx(OutputStream out) {
        this.workbook = new Workbook(out, "Kopa", "1.0");
    }

    public static byte[] of(Sheet sheet) {
        return of(List.of(sheet), sheet.about());
    }

    /** Several lists, each on a sheet of its own, and on the last what they are about. */
    public static byte[] of(List<Sheet> sheets, List<Sheet.Fact> about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Xlsx xlsx = new Xlsx(bytes)) {
            for (Sheet sheet : sheets) {
                xlsx.write(sheet);
                xlsx.endList();
            }
            xlsx.about = about;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Writes a list, or the next part of it, with the same columns. */
    void write(Sheet part) throws IOException {
        if (page == null) {
            names.add(part.name());
            about = part.about();
            page = new Page(workbook.newWorksheet(part.name()), part);
        }
        page.write(part.rows());
    }

    private void endList() throws IOException {
        if (page != null) {
            page.end();
            page = null;
        }
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            endList();
            if (!about.isEmpty()) {
                writeAbout(workbook.newWorksheet(names.contains("Kopa") ? "Kopa 2" : "Kopa"), about);
            }
        }
    }

    /** The sheet of a list. */
    private static final class Page {
        private final Worksheet sheet;
        private final List<Sheet.Column> columns;
        private int rows;

        Page(Worksheet sheet, Sheet first) {
            this.sheet = sheet;
            this.columns = first.columns();
            for (int column = 0; column < columns.size(); column++) {
                put(sheet, 0, column, columns.get(column).label());
                sheet.width(column, width(column, first.rows()));
            }
            sheet.range(0, 0, 0, columns.size() - 1).style().bold().set();
            sheet.freezePane(0, 1);
        }

        private int width(int column, List<List<String>> values) {
            Sheet.Column what = columns.get(column);
            int longest = what.kind() == Sheet.Kind.TEXT
                    ? values.stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0)
                    : what.kind() == Sheet.Kind.MOMENT ? MOMENT_WIDTH : 0;
            int needed = Math.max(longest, what.label().length());
            return Math.min(Math.max(needed, NARROWEST) + 2, WIDEST);
        }

        void write(List<List<String>> values) throws IOException {
            int first = rows + 1;
            for (List<String> row : values) {
                rows++;
                for (int column = 0; column < columns.size(); column++) {
                    put(
                            sheet,
                            rows,
                            column,
                            row.get(column),
                            columns.get(column).kind());
                }
            }
            for (int column = 0; column < columns.size() && !values.isEmpty(); column++) {
                String format = columns.get(column).format();
                if (!format.isEmpty()) {
                    sheet.range(first, column, rows, column)
                            .style()
                            .format(format)
                            .set();
                }
            }
            sheet.flush();
        }

        void end() throws IOException {
            sheet.setAutoFilter(0, 0, rows, columns.size() - 1);
            sheet.finish();
        }
    }

    private static void writeAbout(Worksheet page, List<Sheet.Fact> facts) throws IOException {
        for (int row = 0; row < facts.size(); row++) {
            put(page, row, 0, facts.get(row).label());
            put(page, row, 1, facts.get(row).value());
            writeMoments(page, row, facts.get(row));
        }
        page.range(0, 0, facts.size() - 1, 0)
                .style()
                .bold()
                .verticalAlignment("top")
                .set();
        page.range(0, 1, facts.size() - 1, 1)
                .style()
                .format(TEXT)
                .wrapText(true)
                .set();
        page.width(0, 24);
        page.width(1, 80);
        page.finish();
    }

    /** Beside the words of a fact. */
    private static void writeMoments(Worksheet page, int row, Sheet.Fact fact) {
        for (int i = 0; i < fact.moments().size(); i++) {
            int column = 2 + i;
            page.value(row, column, fact.moments().get(i));
            page.style(row, column).format(fact.format()).set();
            page.width(column, MOMENT_WIDTH);
        }
    }

    /** A value as what it is. */
    private static void put(Worksheet page, int row, int column, String value, Sheet.Kind kind) {
        if (value.isEmpty() || kind == Sheet.Kind.TEXT) {
            put(page, row, column, value);
        } else if (kind == Sheet.Kind.NUMBER) {
            page.value(row, column, new BigDecimal(value));
        } else {
            page.value(row, column, LocalDateTime.parse(value.replace(' ', 'T')));
        }
    }

    /** Text; `_x0041_` would be read as an A, and blanks are kept in the table of texts alone, where few must stand. */
    private static void put(Worksheet page, int row, int column, String value) {
        String text = ESCAPE.matcher(value).replaceAll("_x005F_");
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (BLANKS.matcher(cut).find()) {
            page.value(row, column, cut);
        } else {
            page.inlineString(row, column, cut);
        }
    }
}
