package lv.kopa.report.file;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.report.Reports;
import lv.kopa.report.Span;
import lv.kopa.web.Api;
import lv.kopa.web.api.Unlisted;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/projects/{slug}/report")
@Api
@Tag(name = "Organisations and projects")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReportApi {
    private final Projects projects;
    private final Reports reports;
    private final ReportFiles files;

    ReportApi(Projects projects, Reports reports, ReportFiles files) {
        this.projects = projects;
        this.reports = reports;
        this.files = files;
    }

    /**
     * What a project came to by now: events, participations, people, hours; by activity, beside what was planned, and by
     * what people said of themselves. Labels are in the organiser's language.
     *
     * @param from the first day that counts, 2023-01-01; empty for no first day; without it the project's
     * @param to the last day that counts; empty for no last day; without it the project's
     * @return the report
     */
    @Get
    ReportItem report(
            String slug,
            @Unlisted Organiser organiser,
            @QueryValue @Nullable String from,
            @QueryValue @Nullable String to) {
        Project project = projects.organisedBy(organiser, slug);
        return files.item(reports.of(project, Span.of(from, to, project), organiser.language()));
    }
}
