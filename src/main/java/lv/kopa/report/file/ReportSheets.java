package lv.kopa.report.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.export.Sheet;
import lv.kopa.export.Sheet.Column;
import lv.kopa.export.Sheet.Fact;
import lv.kopa.export.Xlsx;
import lv.kopa.report.Breakdown;
import lv.kopa.report.Breakdown.Group;
import lv.kopa.report.Measure;
import lv.kopa.report.Report;
import lv.kopa.report.Report.Planned;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** A report as a spreadsheet: the project, its activities, each breakdown on a sheet of its own, and who pays. */
final class ReportSheets {
    private static final List<Measure> OF_GROUPS = List.of(Measure.PARTICIPATIONS, Measure.PEOPLE, Measure.HOURS);

    private final Report report;
    private final Language language;
    private final Texts texts;

    ReportSheets(Report report) {
        this.report = report;
        this.language = report.language();
        this.texts = Texts.in(language);
    }

    byte[] xlsx() {
        List<Sheet> sheets = new ArrayList<>(List.of(whole(), activities()));
        report.breakdowns().stream()
                .filter(breakdown -> !breakdown.groups().isEmpty())
                .map(this::breakdown)
                .forEach(sheets::add);
        return Xlsx.of(sheets, about());
    }

    private Sheet whole() {
        return sheet(
                texts.get("report.title"),
                List.of(Column.text(texts.get("report.figure")), Column.number(texts.get("report.count"))),
                Stream.of(Measure.values())
                        .map(measure -> List.of(
                                texts.get(measure.textKey()), report.whole().plain(measure)))
                        .toList());
    }

    private Sheet activities() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.text(texts.get("project.activity.number")),
                Column.text(texts.get("export.activity")),
                Column.number(texts.get("report.planned"))));
        Stream.of(Measure.values())
                .map(measure -> Column.number(texts.get(measure.textKey())))
                .forEach(columns::add);
        return sheet(
                texts.get("project.activities"),
                columns,
                report.activities().stream().map(this::activity).toList());
    }

    private List<String> activity(Planned planned) {
        Integer target = planned.activity().targetParticipants();
        List<String> row = new ArrayList<>(List.of(
                planned.activity().number(),
                planned.activity().title().in(language),
                target == null ? "" : target.toString()));
        Stream.of(Measure.values())
                .map(measure -> planned.figures().plain(measure))
                .forEach(row::add);
        return row;
    }

    private Sheet breakdown(Breakdown breakdown) {
        String name = texts.get(breakdown.dimension().textKey());
        List<Column> columns = new ArrayList<>(List.of(Column.text(name)));
        OF_GROUPS.stream()
                .map(measure -> Column.number(texts.get(measure.textKey())))
                .forEach(columns::add);
        List<List<String>> rows = new ArrayList<>(
                breakdown.groups().stream().map(ReportSheets::group).toList());
        if (breakdown.hidden() > 0) {
            rows.add(List.of(texts.get("report.hidden", breakdown.hidden()), "", "", ""));
        }
        return sheet(name, columns, rows);
    }

    private static List<String> group(Group group) {
        return Stream.concat(
                        Stream.of(group.label()),
                        OF_GROUPS.stream().map(measure -> group.figures().plain(measure)))
                .toList();
    }

    private static Sheet sheet(String name, List<Column> columns, List<List<String>> rows) {
        return new Sheet(name, columns, rows, List.of());
    }

    private List<Fact> about() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                texts.get("export.project"),
                report.project().number() + " " + report.project().title().in(language)));
        facts.add(new Fact(texts.get("export.organiser"), report.organisation().name()));
        facts.add(new Fact(texts.get("export.funding"), report.project().funder()));
        facts.add(new Fact(
                texts.get("export.acknowledgement"),
                report.project().acknowledgement().in(language)));
        report.span().in(language).ifPresent(days -> facts.add(new Fact(texts.get("project.period"), days)));
        facts.add(new Fact(texts.get("report.made"), Dates.in(language).moment(report.made())));
        report.notes().forEach(note -> facts.add(new Fact(texts.get("report.notes"), note)));
        return facts;
    }
}
