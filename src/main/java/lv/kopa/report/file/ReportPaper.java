package lv.kopa.report.file;

import java.util.List;
import lv.kopa.project.Project;
import lv.kopa.report.Breakdown;
import lv.kopa.report.Breakdown.Group;
import lv.kopa.report.Figures;
import lv.kopa.report.Measure;
import lv.kopa.report.Report;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** A report as it is printed for whoever pays. */
public record ReportPaper(Report report) {
    private static final List<Measure> OF_GROUPS = List.of(Measure.PARTICIPATIONS, Measure.PEOPLE, Measure.HOURS);

    /** So many letters of the foot fit into a line of it, unless most of them are as wide as an M. */
    private static final int LETTERS = 85;

    private Language language() {
        return report.language();
    }

    public String tag() {
        return Texts.in(language()).language().tag();
    }

    public String text(String key) {
        return Texts.in(language()).get(key);
    }

    public Project project() {
        return report.project();
    }

    public String title() {
        return project().title().in(language());
    }

    public String acknowledgement() {
        return project().acknowledgement().in(language());
    }

    /** What stands at the foot of each page. */
    public String foot() {
        return Texts.in(language())
                .get("report.foot", title(), project().number(), project().funder());
    }

    /** How high the foot must be, in millimetres, for all of it to be read. */
    public int footHeight() {
        return Math.max(20, 13 + 4 * (foot().length() / LETTERS));
    }

    public String days() {
        return report.span().in(language()).orElseGet(() -> text("report.whole"));
    }

    public String made() {
        return Texts.in(language())
                .get("export.paper.made", Dates.in(language()).moment(report.made()));
    }

    public List<Measure> measures() {
        return List.of(Measure.values());
    }

    public List<Measure> groupMeasures() {
        return OF_GROUPS;
    }

    public String figure(Figures figures, Measure measure) {
        return figures.in(language(), measure);
    }

    public String name(Report.Planned planned) {
        return planned.activity().number() + ". " + planned.activity().title().in(language());
    }

    public String target(Report.Planned planned) {
        Integer target = planned.activity().targetParticipants();
        return target == null ? "–" : target.toString();
    }

    public String hidden(Breakdown breakdown) {
        return Texts.in(language()).get("report.hidden", breakdown.hidden());
    }

    public List<Group> groups(Breakdown breakdown) {
        return breakdown.groups();
    }

    public List<String> notes() {
        return report.notes();
    }
}
