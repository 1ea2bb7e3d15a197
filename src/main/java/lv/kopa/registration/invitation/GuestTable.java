package lv.kopa.registration.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.invitation.GuestReader.Typed;
import lv.kopa.table.Headings;
import lv.kopa.table.TableUnreadable;
import lv.kopa.table.Tables;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;

/**
 * A table of people as spreadsheet programs write it: with commas, semicolons or tabs, with or without a first row of
 * names, in which further columns do not matter. Our own lists can be read, in any language.
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
     * The people of a table, in its order.
     *
     * @throws InvalidInput if there are none, or too many, or it breaks off
     */
    static List<Typed> read(String text) {
        List<List<String>> rows = rows(text);
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
                        name(row, columns),
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

    private static List<List<String>> rows(String text) {
        try {
            return Tables.rows(text, MOST_ROWS + 1);
        } catch (TableUnreadable unreadable) {
            throw new InvalidInput(Map.of(LIST, unreadable.sentence()));
        }
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
