package lv.kopa.report;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** The report of a project, and the rows behind each figure of it. */
@Pages("/organiser/projects/{slug}/report")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReportController {
    private final StaticTemplates pages = new StaticTemplates();
    private final Projects projects;
    private final Reports reports;

    ReportController(Projects projects, Reports reports) {
        this.projects = projects;
        this.reports = reports;
    }

    @Get
    HttpResponse<?> show(Shell shell, Organiser organiser, String slug, HttpRequest<?> request) {
        Report report = report(shell, organiser, slug, request);
        return Html.ok(pages.reportShow(new ReportPage(shell, report, PairsPage.open(report, organiser))));
    }

    @Get("/rows")
    HttpResponse<?> rows(Shell shell, Organiser organiser, String slug, HttpRequest<?> request) {
        Report report = report(shell, organiser, slug, request);
        Selection selection = ReportAnswer.selection(request);
        Part part = report.part(selection);
        Rows rows = new Rows(report.facts(), organiser, shell.language());
        return Html.ok(pages.reportRows(new RowsPage(
                shell,
                report,
                selection,
                part.figures(),
                rows.of(part, selection.measure()),
                ReportAnswer.page(request))));
    }

    private Report report(Shell shell, Organiser organiser, String slug, HttpRequest<?> request) {
        Project project = projects.organisedBy(organiser, slug);
        return reports.of(project, ReportAnswer.span(request, project), shell.language());
    }
}
