package lv.kopa.feedback.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.export.AttendeeSheets;
import lv.kopa.export.Sheet;
import lv.kopa.export.Sheet.Column;
import lv.kopa.feedback.Asked;
import lv.kopa.feedback.Choice;
import lv.kopa.feedback.Kind;
import lv.kopa.feedback.Question;
import lv.kopa.feedback.result.ResultRepository.Cell;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** What people said of an event as a list: a row for each of them, in an order that tells nothing. */
final class ResultSheet {
    private final EventDetails event;
    private final Asked asked;
    private final Language language;
    private final Texts texts;
    private final Map<String, String> choices;

    ResultSheet(EventDetails event, Asked asked, Language language) {
        this.event = event;
        this.asked = asked;
        this.language = language;
        this.texts = Texts.in(language);
        this.choices = asked.items().stream()
                .flatMap(item -> item.choices().stream())
                .collect(
                        Collectors.toMap(Choice::value, choice -> choice.label().in(language)));
    }

    Sheet of(List<Cell> cells) {
        List<Column> columns = new ArrayList<>();
        if (!asked.terms().anonymous()) {
            columns.add(Column.text(texts.get("export.name")));
        }
        asked.items().stream().map(Asked.Item::question).map(this::column).forEach(columns::add);
        Map<String, List<Cell>> sheets =
                cells.stream().collect(Collectors.groupingBy(Cell::sheetId, LinkedHashMap::new, Collectors.toList()));
        return new Sheet(
                texts.get("feedback.title"),
                columns,
                sheets.values().stream().map(this::row).toList(),
                AttendeeSheets.about(event, language));
    }

    private Column column(Question question) {
        String label = question.label().in(language);
        return question.kind() == Kind.RATING
                ? Column.number(question.field(), label)
                : Column.text(question.field(), label);
    }

    private List<String> row(List<Cell> sheet) {
        List<String> row = new ArrayList<>();
        if (!asked.terms().anonymous()) {
            String name = sheet.get(0).name();
            row.add(name == null ? texts.get("feedback.results.no-name") : name);
        }
        for (Asked.Item item : asked.items()) {
            Question question = item.question();
            row.add(sheet.stream()
                    .filter(cell -> Objects.equals(cell.questionId(), question.id()))
                    .map(cell -> said(question, Objects.requireNonNullElse(cell.given(), "")))
                    .collect(Collectors.joining("; ")));
        }
        return row;
    }

    private String said(Question question, String given) {
        return switch (question.kind()) {
            case YES_NO -> texts.get(given.equals("true") ? "web.yes" : "web.no");
            case CHOICE, CHOICES -> choices.getOrDefault(given, "");
            case RATING, TEXT -> given;
        };
    }
}
