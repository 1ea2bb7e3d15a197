package lv.kopa.report.file;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.report.Report;
import lv.kopa.report.ReportAnswer;
import lv.kopa.report.Reports;
import lv.kopa.web.Shell;

/** The report an organiser looks at, as a file, in the language of the page. */
@Hidden
@Controller("/organiser/projects/{slug}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReportFileController {
    private final Projects projects;
    private final Reports reports;
    private final ReportFiles files;

    ReportFileController(Projects projects, Reports reports, ReportFiles files) {
        this.projects = projects;
        this.reports = reports;
        this.files = files;
    }

    @Get("/report.pdf")
    HttpResponse<byte[]> pdf(@PathVariable String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        return ReportAnswer.file(
                "application/pdf", slug + "-report.pdf", files.pdf(report(slug, organiser, shell, request)));
    }

    @Get("/report.xlsx")
    HttpResponse<byte[]> xlsx(@PathVariable String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        return ReportAnswer.file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                slug + "-report.xlsx",
                files.xlsx(report(slug, organiser, shell, request)));
    }

    @Get("/report.json")
    HttpResponse<byte[]> json(@PathVariable String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        return ReportAnswer.file(
                "application/json", slug + "-report.json", files.json(report(slug, organiser, shell, request)));
    }

    private Report report(String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        Project project = projects.organisedBy(organiser, slug);
        return reports.of(project, ReportAnswer.span(request, project), shell.language());
    }
}
