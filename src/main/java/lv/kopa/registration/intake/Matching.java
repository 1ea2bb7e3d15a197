package lv.kopa.registration.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Question;
import lv.kopa.mail.EmailAddress;
import lv.kopa.table.Headings;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * What each column of a table holds: `name`, `email`, `phone`, `organisation`, `category`, `language`, `answers.key`, or
 * "" for nothing that is wanted.
 */
record Matching(List<String> columns) {
    private static final String COLUMN = "column.";
    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final List<String> PLAIN = List.of(NAME, EMAIL, "organisation", "phone", "language");

    /** What a column may hold, and how that is called. */
    static Map<String, String> offered(EventDetails event, Shell shell) {
        Map<String, String> offered = new LinkedHashMap<>();
        offered.put("", shell.text("workspace.intake.nothing"));
        PLAIN.forEach(column -> offered.put(column, shell.text("workspace.intake.column." + column)));
        if (!event.categories().isEmpty()) {
            offered.put("category", shell.text("workspace.intake.column.category"));
        }
        event.questionnaire().volunteered().current().stream()
                .filter(question -> !question.type().isFile())
                .forEach(question -> offered.put(question.field(), shell.text(question.label())));
        return offered;
    }

    static String field(int column) {
        return COLUMN + column;
    }

    /** Fills a form with what the columns seem to hold. */
    static void guess(Form form, PeopleTable table, EventDetails event) {
        List<String> guessed = new ArrayList<>();
        for (int column = 0; column < table.header().size(); column++) {
            String holds = guess(table, column, event);
            guessed.add(holds.equals(NAME) || !guessed.contains(holds) ? holds : "");
            form.replace(field(column), guessed.get(column));
        }
        if (!guessed.contains(NAME) && table.firstLine() == 1 && guessed.contains(EMAIL)) {
            form.replace(field(guessed.indexOf(EMAIL) == 0 ? 1 : 0), NAME);
        }
    }

    private static String guess(PeopleTable table, int column, EventDetails event) {
        String heading = table.header().get(column);
        if (heading.isEmpty()) {
            boolean addresses = table.rows().stream()
                    .map(row -> PeopleTable.cell(row, column))
                    .anyMatch(cell -> EmailAddress.parse(cell).isPresent());
            return addresses ? EMAIL : "";
        }
        return PLAIN.stream()
                .filter(known -> Headings.means(heading, known))
                .findFirst()
                .or(() -> event.questionnaire().volunteered().current().stream()
                        .filter(question -> isCalled(question, heading))
                        .findFirst()
                        .map(Question::field))
                .orElseGet(
                        () -> !event.categories().isEmpty() && Headings.means(heading, "category") ? "category" : "");
    }

    private static boolean isCalled(Question question, String heading) {
        return question.label().languages().stream()
                .anyMatch(language -> Headings.alike(question.label().exactly(language), heading));
    }

    /** Reads what was chosen; what is chosen twice, or lacks, the form says. */
    static Matching of(Form form, PeopleTable table, Map<String, String> offered) {
        List<String> columns = IntStream.range(0, table.header().size())
                .mapToObj(column -> form.get(field(column)))
                .map(holds -> offered.containsKey(holds) ? holds : "")
                .toList();
        for (int column = 0; column < columns.size(); column++) {
            String holds = columns.get(column);
            if (!holds.isEmpty() && !holds.equals(NAME) && columns.indexOf(holds) < column) {
                form.reject(field(column), "workspace.intake.fault.twice");
            }
        }
        if (!columns.contains(EMAIL) || !columns.contains(NAME)) {
            form.reject(field(0), "workspace.intake.fault.columns");
        }
        return new Matching(columns);
    }

    /** What a row says of something; the parts of a name together. */
    String in(List<String> row, String wanted) {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).equals(wanted))
                .mapToObj(column -> PeopleTable.cell(row, column))
                .filter(cell -> !cell.isEmpty())
                .collect(Collectors.joining(" "));
    }

    boolean holds(String wanted) {
        return columns.contains(wanted);
    }
}
