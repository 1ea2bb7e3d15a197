package lv.kopa.registration.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.text.InvalidInput;

/**
 * A table of people.
 *
 * @param header what the columns are called; "" for one without a name
 * @param rows a cell for each column, "" for none
 * @param firstLine the number of the first row in the spreadsheet, from 1
 */
public record PeopleTable(List<String> header, List<List<String>> rows, int firstLine) {
    static final int MOST_ROWS = 5_000;

    private static final int EXAMPLES = 3;

    /** @throws InvalidInput if there is nobody in it, or too many */
    static PeopleTable of(List<List<String>> all) {
        boolean named = !all.isEmpty() && all.get(0).stream().noneMatch(cell -> cell.contains("@"));
        List<List<String>> people = named ? all.subList(1, all.size()) : all;
        if (people.isEmpty()) {
            throw new InvalidInput(IntakeController.FILE, "workspace.intake.fault.empty");
        }
        if (people.size() > MOST_ROWS) {
            throw new InvalidInput(IntakeController.FILE, "workspace.intake.fault.most", MOST_ROWS);
        }
        int width = all.stream().mapToInt(List::size).max().orElse(0);
        List<String> header = IntStream.range(0, width)
                .mapToObj(column -> named ? cell(all.get(0), column) : "")
                .toList();
        return new PeopleTable(header, List.copyOf(people), named ? 2 : 1);
    }

    static String cell(List<String> row, int column) {
        return column < row.size() ? row.get(column) : "";
    }

    /** Some of what stands in a column; nothing where it is empty, so that nobody need think of it. */
    public Optional<String> examples(int column) {
        String some = rows.stream()
                .map(row -> cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(EXAMPLES)
                .collect(Collectors.joining(" · "));
        return some.isEmpty() ? Optional.empty() : Optional.of(some);
    }
}
