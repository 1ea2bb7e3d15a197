package lv.kopa.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Rows with commas, semicolons or tabs between their cells. */
final class CommaRows {
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');

    private CommaRows() {}

    /** Excel says in a first line of its own which sign it means, where it is asked to. */
    static List<List<String>> of(String text, int most) {
        String first = text.lines().findFirst().orElse("");
        boolean says = first.toLowerCase(Locale.ROOT).matches("sep=.") && DELIMITERS.contains(first.charAt(4));
        char delimiter = says ? first.charAt(4) : delimiter(first);
        String table = says ? text.substring(first.length()).stripLeading() : text;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreSurroundingSpaces(true)
                .get();
        List<List<String>> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(table, format)) {
            for (CSVRecord record : parser) {
                line = parser.getCurrentLineNumber() + 1;
                List<String> cells =
                        record.stream().map(CommaRows::plain).map(String::strip).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(cells);
                }
                if (rows.size() > most) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new TableUnreadable("table.fault.broken", line);
        }
        return rows;
    }

    static String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Without the apostrophe by which our own lists keep spreadsheets from taking text for a formula. */
    private static String plain(String cell) {
        return cell.matches("(?s)'+[=+\\-@\t].*") ? cell.substring(1) : cell;
    }

    private static char delimiter(String line) {
        String unquoted = line.replaceAll("\"[^\"]*\"", "");
        return DELIMITERS.stream()
                .max((one, other) -> Long.compare(count(unquoted, one), count(unquoted, other)))
                .filter(best -> count(unquoted, best) > 0)
                .orElse(',');
    }

    private static long count(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }
}
