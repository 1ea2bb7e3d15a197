package lv.kopa.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Lists as CSV (RFC 4180) in UTF-8, with the mark by which Excel knows it.
 *
 * <p>Spreadsheet programs take a value for a formula that begins with =, +, -, @, a tab or a line end, quoted or not,
 * and whoever registers could write one. Such a value gets an apostrophe in front, as does one that begins with
 * apostrophes and then such a sign; a program that takes one apostrophe off again has the value exactly. Telephone
 * numbers stay as they are: `+371 20 000 000` is neither a number nor a formula to any of these programs, since digits
 * follow a blank.
 */
public final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern TELEPHONE = Pattern.compile("\\+\\d{1,3} \\d[\\d -]*");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setRecordSeparator("\r\n")
            .get();

    private final CSVPrinter printer;
    private boolean begun;

    /** Writes a list that comes in parts, each with the same columns. */
    Csv(Appendable out) throws IOException {
        out.append(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(out, FORMAT);
    }

    public static byte[] of(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        try {
            new Csv(text).write(sheet);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    void write(Sheet part) throws IOException {
        if (!begun) {
            printer.printRecord(part.columns().stream().map(Sheet.Column::label).map(Csv::harmless));
            begun = true;
        }
        for (List<String> row : part.rows()) {
            printer.printRecord(row.stream().map(Csv::harmless));
        }
    }

    static String harmless(String value) {
        return FORMULA.matcher(value).matches() && !TELEPHONE.matcher(value).matches() ? "'" + value : value;
    }
}
