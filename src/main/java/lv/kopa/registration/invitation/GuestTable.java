package lv.kopa.registration.invitation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.invitation.GuestReader.Typed;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of people as spreadsheet programs write it: with commas, semicolons or tabs, with or without a first row of
 * names, in which further columns do not matter. Our own lists can be read, in any language.
 */
final class GuestTable {
    static final int MOST_ROWS = 500;

    private static final String LIST = "list";
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Character> DELIMITERS = List.of(';', ',', '\t');

    /** The columns in their order, where nothing names them. */
    private static final List<String> COLUMNS = List.of("name", "email", "language", "category");

    private GuestTable() {}

    /**
     * The text of a file.
     *
     * @throws InvalidInput if it is in no encoding that says of itself what it is
     */
    static String text(byte[] file) {
        Charset charset = StandardCharsets.UTF_8;
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
        } else if (file.length > 1 && (file[0] & 0xFF) == 0xFE && (file[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
        }
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            if (text.indexOf('\0') >= 0) {
                throw new InvalidInput(LIST, "workspace.invitations.fault.no-text");
            }
            return withoutMark(text);
        } catch (CharacterCodingException other) {
            throw new InvalidInput(LIST, "workspace.invitations.fault.encoding");
        }
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /**
     * The people of a table, in its order.
     *
     * @throws InvalidInput if there are none, or too many, or it breaks off
     */
    static List<Typed> read(String text) {
        List<List<String>> rows = rows(withoutMark(text));
        if (rows.isEmpty()) {
            throw new InvalidInput(LIST, "workspace.invitations.fault.empty");
        }
        boolean named = rows.get(0).stream().noneMatch(cell -> cell.contains("@"));
        List<String> columns = named ? names(rows.get(0)) : order(rows.get(0));
        if (!columns.contains("email")) {
            throw new InvalidInput(LIST, "workspace.invitations.fault.columns");
        }
        List<Typed> people = rows.stream()
                .skip(named ? 1 : 0)
                .map(row -> new Typed(
                        cell(row, columns, "name"),
                        cell(row, columns, "email"),
                        cell(row, columns, "language"),
                        cell(row, columns, "category")))
                .toList();
        if (people.isEmpty()) {
            throw new InvalidInput(LIST, "workspace.invitations.fault.empty");
        }
        if (people.size() > MOST_ROWS) {
            throw new InvalidInput(LIST, "workspace.invitations.fault.most", MOST_ROWS);
        }
        return people;
    }

    /** Excel says in a first line of its own which sign it means, where it is asked to. */
    private static List<List<String>> rows(String text) {
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
                List<String> cells = record.stream()
                        .map(GuestTable::plain)
                        .map(String::strip)
                        .toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(cells);
                }
                if (rows.size() > MOST_ROWS + 1) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new InvalidInput(LIST, "workspace.invitations.fault.broken", line);
        }
        return rows;
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

    /** What the columns are called by anybody, one of ours or "" each; of several of a kind the first counts. */
    private static List<String> names(List<String> row) {
        List<String> names = new ArrayList<>();
        for (String cell : row) {
            names.add(COLUMNS.stream()
                    .filter(column -> !names.contains(column))
                    .filter(column -> called(column).contains(cell.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(""));
        }
        return names;
    }

    private static Set<String> called(String column) {
        return Stream.concat(
                        Stream.of(column),
                        Stream.of(Language.values())
                                .map(Texts::in)
                                .flatMap(texts -> Stream.of(
                                        texts.get("export." + column),
                                        texts.get("workspace.invitations.column." + column))))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** As we ask for them, or the address first. */
    private static List<String> order(List<String> row) {
        return EmailAddress.parse(row.get(0)).isPresent() ? List.of("email", "name", "language", "category") : COLUMNS;
    }

    private static String cell(List<String> row, List<String> columns, String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= row.size() ? "" : row.get(at);
    }
}
