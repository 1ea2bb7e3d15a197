package lv.kopa.report.archive;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.report.ReportAnswer;
import lv.kopa.report.Reports;
import lv.kopa.report.Span;
import lv.kopa.web.Shell;

/** The archive for auditors of the report that an organiser looks at. */
@Hidden
@Controller("/organiser/projects/{slug}/archive.zip")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ArchiveController {
    private final Projects projects;
    private final Reports reports;
    private final Archives archives;
    private final Register register;
    private final Clock clock;

    ArchiveController(Projects projects, Reports reports, Archives archives, Register register, Clock clock) {
        this.projects = projects;
        this.reports = reports;
        this.archives = archives;
        this.register = register;
        this.clock = clock;
    }

    @Get
    HttpResponse<StreamedFile> archive(
            @PathVariable String slug, Organiser organiser, Shell shell, HttpRequest<?> request) throws IOException {
        Project project = projects.organisedBy(organiser, slug);
        Span span = ReportAnswer.span(request, project);
        Archives.Written written = archives.write(() -> reports.of(project, span, shell.language()), organiser);
        long size = Files.size(written.file());
        // whatever happens from here on, the file goes with the stream
        InputStream content = Files.newInputStream(written.file(), StandardOpenOption.DELETE_ON_CLOSE);
        try {
            register.taken(project, written, organiser);
        } catch (RuntimeException unrecorded) {
            content.close();
            throw unrecorded;
        }
        return ReportAnswer.file(
                "application/zip",
                slug + "-archive.zip",
                new StreamedFile(content, new MediaType("application/zip"), clock.millis(), size));
    }
}
