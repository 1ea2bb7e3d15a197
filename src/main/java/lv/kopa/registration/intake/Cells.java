package lv.kopa.registration.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.table.Headings;

/** Makes answers as forms give them of what people write into cells: names of choices, yes in any language, dates. */
final class Cells {
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("d.M.uuuu"),
            DateTimeFormatter.ofPattern("d.M.uuuu."),
            DateTimeFormatter.ofPattern("d/M/uuuu"));

    private final Questionnaire questionnaire;

    Cells(Questionnaire questionnaire) {
        this.questionnaire = questionnaire;
    }

    /** A text, or a list of them; what makes no sense stays as it is, to be refused by name. */
    Object answer(Question question, String cell) {
        return switch (question.type()) {
            case CHOICE -> choice(question, cell);
            case CHOICES -> choices(question, cell);
            case YES_NO -> Headings.yesOrNo(cell).map(String::valueOf).orElse(cell);
            case DATE -> date(cell);
            case COUNTRY -> Headings.country(cell).orElse(cell);
            default -> cell;
        };
    }

    private String choice(Question question, String cell) {
        return named(question, cell).orElse(cell);
    }

    private Optional<String> named(Question question, String cell) {
        return questionnaire.choicesOf(question).stream()
                .filter(choice -> choice.label().languages().stream()
                        .anyMatch(language -> Headings.alike(choice.label().exactly(language), cell)))
                .findFirst()
                .map(Choice::choiceKey);
    }

    private List<String> choices(Question question, String cell) {
        return named(question, cell)
                .map(List::of)
                .orElseGet(() -> Arrays.stream(cell.split("[;\n]|,(?!\\S)"))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(part -> choice(question, part))
                        .toList());
    }

    private static String date(String cell) {
        for (DateTimeFormatter form : DATES) {
            try {
                return LocalDate.parse(cell, form).toString();
            } catch (DateTimeException other) {
                continue;
            }
        }
        return cell;
    }
}
