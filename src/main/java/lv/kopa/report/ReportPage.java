package lv.kopa.report;

import java.util.List;
import lv.kopa.report.Breakdown.Group;
import lv.kopa.report.Report.Planned;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * What a project came to, as its organisers see it.
 *
 * @param alike how many pairs of people nobody has looked at yet may be one
 */
public record ReportPage(Shell shell, Report report, int alike) {
    /** What the people of an activity, or of a group, are counted by. */
    private static final List<Measure> OF_GROUPS = List.of(Measure.PARTICIPATIONS, Measure.PEOPLE, Measure.HOURS);

    public String path() {
        return report.path();
    }

    public String back() {
        return "/organiser/projects/" + report.project().slug();
    }

    public List<Measure> measures() {
        return List.of(Measure.values());
    }

    public List<Measure> groupMeasures() {
        return OF_GROUPS;
    }

    public String figure(Figures figures, Measure measure) {
        return figures.in(shell.language(), measure);
    }

    public String rows(Measure measure) {
        return rows(Selection.all(measure));
    }

    public String rows(Planned planned, Measure measure) {
        return rows(Selection.ofActivity(measure, planned.activity().number()));
    }

    public String rows(Breakdown breakdown, Group group, Measure measure) {
        return rows(Selection.ofGroup(measure, breakdown.dimension(), group.key()));
    }

    private String rows(Selection selection) {
        return path() + "/rows?" + report.span().query() + selection.query();
    }

    public String name(Planned planned) {
        return planned.activity().number() + ". "
                + shell.text(planned.activity().title());
    }

    /** The same report as a file. */
    public String file(String format) {
        return path() + "." + format + "?" + report.span().query();
    }

    public String archive() {
        return back() + "/archive.zip?" + report.span().query();
    }

    public String people() {
        return path() + "/people?" + report.span().query();
    }

    /** The days it reaches from and to, to be chosen anew. */
    public Form form() {
        return Form.empty()
                .with("from", report.span().from())
                .with("to", report.span().to());
    }

    /** How it was counted. */
    public List<String> notes() {
        return report.notes();
    }

    public String made() {
        return shell.text("export.paper.made", shell.dates().moment(report.made()));
    }
}
