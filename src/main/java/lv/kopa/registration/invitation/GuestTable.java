package lv.kopa.registration.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.invitation.GuestReader.Typed;
import lv.kopa.table.Headings;
import lv.kopa.table.TableUnreadable;
import lv.kopa.table.Tables;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;

/**
 * A list of people as spreadsheet programs write it: with commas, semicolons or tabs, with or without a first row of
 * names, in which further columns do not matter; or as it was put together from several places, each line in another way.
 * Our own lists can be read, in any language.
 */
final class GuestTable {
    static final int MOST_ROWS = 500;

    private static final String LIST = "list";

    /** The columns in their order, where nothing names them. */
    private static final List<String> COLUMNS = List.of("name", "email", "language", "category");

    private GuestTable() {}

    /**
     * The text of a file; that of a workbook as CSV.
     *
     * @throws InvalidInput if it is no table
     */
    static String text(byte[] file, Language writer) {
        try {
            return Tables.text(file, writer, MOST_ROWS + 1);
        } catch (TableUnreadable unreadable) {
            throw new InvalidInput(Map.of(LIST, unreadable.sentence()));
        }
    }

    /**
     * The people of a list, in its order: by its columns, and where a row has no address there, by what is in it.
     *
     * @throws InvalidInput if there are none, or too many
     */
    static List<Typed> read(String text) {
        List<List<String>> rows = rows(text);
        if (rows.isEmpty()) {
            throw new InvalidInput(LIST, "workspace.invitations.fault.empty");
        }
        if (rows.stream().flatMap(List::stream).noneMatch(cell -> cell.contains("@"))) {
            boolean onlyNamed = rows.size() == 1 && names(rows.get(0)).contains("email");
            throw new InvalidInput(LIST, "workspace.invitations.fault." + (onlyNamed ? "empty" : "columns"));
        }
        List<String> first = names(rows.get(0));
        boolean named = rows.get(0).stream().noneMatch(cell -> cell.contains("@")) && isHeading(rows.get(0));
        List<String> columns = named && first.contains("email") ? first : order(rows.get(named ? 1 : 0));
        List<Typed> people = rows.stream()
                .skip(named ? 1 : 0)
                .flatMap(row -> people(row, columns, named))
                .toList();
        if (people.size() > MOST_ROWS) {
            throw new InvalidInput(LIST, "workspace.invitations.fault.most", MOST_ROWS);
        }
        return people;
    }

    /** A cell that stands alone may be a line of its own kind, or several. */
    private static Stream<Typed> people(List<String> cells, List<String> columns, boolean named) {
        return cells.size() == 1
                ? cells.get(0).lines().flatMap(line -> peopleOf(alone(line), columns, named))
                : peopleOf(cells, columns, named);
    }

    private static Stream<Typed> peopleOf(List<String> row, List<String> columns, boolean named) {
        GuestLine line = new GuestLine(row);
        boolean inItsColumn = EmailAddress.parse(cell(row, columns, "email")).isPresent();
        boolean asTable = inItsColumn && (named || line.addresses() == 1) || line.addresses() == 0;
        return asTable
                ? Stream.of(new Typed(
                        name(row, columns),
                        cell(row, columns, "email"),
                        cell(row, columns, "language"),
                        cell(row, columns, "category")))
                : line.people().stream();
    }

    /** As a table; where it is none, line by line. */
    private static List<List<String>> rows(String text) {
        try {
            return Tables.rows(text, MOST_ROWS + 1);
        } catch (TableUnreadable unreadable) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .limit(MOST_ROWS + 1L)
                    .map(GuestTable::alone)
                    .toList();
        }
    }

    /** The cells of a line, whatever stands between those of others. */
    private static List<String> alone(String line) {
        try {
            return Tables.rows(line, 1).stream().findFirst().orElse(List.of(line));
        } catch (TableUnreadable unreadable) {
            return List.of(line);
        }
    }

    /** Whether a row names columns, whatever stands between the names. */
    private static boolean isHeading(List<String> row) {
        return row.stream()
                .flatMap(cell -> Stream.of(cell.split("[;,\t]")))
                .anyMatch(cell -> COLUMNS.stream().anyMatch(column -> Headings.means(cell, column)));
    }

    /** What the columns are called by anybody, one of ours or "" each; of several of a kind the first counts, but for parts of a name. */
    private static List<String> names(List<String> row) {
        List<String> names = new ArrayList<>();
        for (String cell : row) {
            names.add(COLUMNS.stream()
                    .filter(column -> column.equals("name") || !names.contains(column))
                    .filter(column -> Headings.means(cell, column))
                    .findFirst()
                    .orElse(""));
        }
        return names;
    }

    /** As we ask for them, or the address first. */
    private static List<String> order(List<String> row) {
        return EmailAddress.parse(row.get(0)).isPresent() ? List.of("email", "name", "language", "category") : COLUMNS;
    }

    private static String name(List<String> row, List<String> columns) {
        return IntStream.range(0, Math.min(row.size(), columns.size()))
                .filter(column -> columns.get(column).equals("name"))
                .mapToObj(row::get)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String cell(List<String> row, List<String> columns, String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= row.size() ? "" : row.get(at);
    }
}
