package lv.kopa.event.finding;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.project.UnknownProject;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** The public pages of who holds events and of what they are paid from. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class PublicPageController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Organisations organisations;
    private final Projects projects;
    private final Events events;
    private final Clock clock;

    PublicPageController(Organisations organisations, Projects projects, Events events, Clock clock) {
        this.organisations = organisations;
        this.projects = projects;
        this.events = events;
        this.clock = clock;
    }

    @Get("/organisations/{slug}")
    HttpResponse<byte[]> organisation(Shell shell, String slug) {
        Organisation organisation = organisations.get(slug);
        return Html.ok(templates.eventOrganisation(new OrganisationPage(
                shell,
                organisation,
                projects.of(List.of(organisation.id())),
                Bill.of(shell, events, Search.nothing().with("organisation", slug), clock))));
    }

    @Get("/projects/{slug}")
    HttpResponse<byte[]> project(Shell shell, String slug) {
        Project project = projects.get(slug);
        return Html.ok(templates.eventProject(new ProjectPage(
                shell,
                project,
                organisations.find(project.organisationId()).orElseThrow(UnknownProject::new),
                projects.activities(project.id()),
                Bill.of(shell, events, Search.nothing().with("project", slug), clock))));
    }
}
