package lv.kopa.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Lists as a spreadsheet: the rows on the first sheet, what they are about on the second. What people typed is text,
 * in cells for text, so that it stays what it is even when somebody edits it; numbers and moments of our own are such, to
 * be counted and sorted.
 */
public final class Xlsx {
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final String TEXT = "@";
    private static final int LONGEST = 32_767;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 50;
    private static final int MOMENT_WIDTH = 18;

    private Xlsx() {}

    public static byte[] of(Sheet sheet) {
        return of(List.of(sheet), sheet.about());
    }

    /** Several lists, each on a sheet of its own, and on the last what they are about. */
    public static byte[] of(List<Sheet> sheets, List<Sheet.Fact> about) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Kopa", "1.0")) {
            boolean taken = false;
            for (Sheet sheet : sheets) {
                writeRows(workbook.newWorksheet(sheet.name()), sheet);
                taken |= sheet.name().equals("Kopa");
            }
            writeAbout(workbook.newWorksheet(taken ? "Kopa 2" : "Kopa"), about);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeRows(Worksheet page, Sheet sheet) throws IOException {
        List<Sheet.Column> columns = sheet.columns();
        List<List<String>> rows = sheet.rows();
        for (int column = 0; column < columns.size(); column++) {
            Sheet.Column what = columns.get(column);
            int width = write(page, 0, column, what.label());
            for (int row = 0; row < rows.size(); row++) {
                width = Math.max(
                        width, write(page, row + 1, column, rows.get(row).get(column), what.kind()));
            }
            page.width(column, Math.min(width + 2, WIDEST));
            if (!what.format().isEmpty() && !rows.isEmpty()) {
                page.range(1, column, rows.size(), column)
                        .style()
                        .format(what.format())
                        .set();
            }
        }
        page.range(0, 0, 0, columns.size() - 1).style().bold().set();
        page.setAutoFilter(0, 0, rows.size(), columns.size() - 1);
        page.freezePane(0, 1);
        page.finish();
    }

    private static void writeAbout(Worksheet page, List<Sheet.Fact> facts) throws IOException {
        for (int row = 0; row < facts.size(); row++) {
            write(page, row, 0, facts.get(row).label());
            write(page, row, 1, facts.get(row).value());
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

    /** Writes a value as what it is and says how wide that is. */
    private static int write(Worksheet page, int row, int column, String value, Sheet.Kind kind) {
        if (value.isEmpty() || kind == Sheet.Kind.TEXT) {
            return write(page, row, column, value);
        }
        if (kind == Sheet.Kind.NUMBER) {
            page.value(row, column, new BigDecimal(value));
            return NARROWEST;
        }
        page.value(row, column, LocalDateTime.parse(value.replace(' ', 'T')));
        return MOMENT_WIDTH;
    }

    /** Writes text and says how wide it is; `_x0041_` would be read as an A. */
    private static int write(Worksheet page, int row, int column, String value) {
        String text = ESCAPE.matcher(value).replaceAll("_x005F_");
        page.value(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return Math.max(NARROWEST, value.length());
    }
}
