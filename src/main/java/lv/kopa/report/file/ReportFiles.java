package lv.kopa.report.file;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import lv.kopa.paper.Press;
import lv.kopa.report.Report;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Links;

/** A report as files; each says the same. */
@Singleton
public class ReportFiles {
    private final StaticTemplates templates = new StaticTemplates();
    private final Press press;
    private final JsonMapper json;
    private final Links links;

    ReportFiles(Press press, JsonMapper json, Links links) {
        this.press = press;
        this.json = json;
        this.links = links;
    }

    /** @throws lv.kopa.paper.PressBusy where too many others print theirs */
    public byte[] pdf(Report report) {
        return press.print(() -> templates.reportPaper(new ReportPaper(report)));
    }

    public byte[] xlsx(Report report) {
        return new ReportSheets(report).xlsx();
    }

    public byte[] json(Report report) {
        try {
            return json.writeValueAsBytes(item(report));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    ReportItem item(Report report) {
        return ReportItem.of(report, links);
    }
}
