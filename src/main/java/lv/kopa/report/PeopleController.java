package lv.kopa.report;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where an organiser says of people who look alike whether they are one. */
@Pages("/organiser/projects/{slug}/report/people")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PeopleController {
    private final StaticTemplates pages = new StaticTemplates();
    private final Projects projects;
    private final Reports reports;
    private final Pairs pairs;

    PeopleController(Projects projects, Reports reports, Pairs pairs) {
        this.projects = projects;
        this.reports = reports;
        this.pairs = pairs;
    }

    @Get
    HttpResponse<?> show(Shell shell, Organiser organiser, String slug, HttpRequest<?> request) {
        return Html.ok(pages.reportPeople(PairsPage.of(shell, report(shell, organiser, slug, request), organiser)));
    }

    @Post
    HttpResponse<?> decide(Shell shell, Organiser organiser, String slug, HttpRequest<?> request, @Body Form form) {
        Report report = report(shell, organiser, slug, request);
        boolean onePerson = form.chose("people", "one");
        try {
            pairs.decide(report, form.get("first"), form.get("second"), onePerson, organiser);
        } catch (UnknownFigure gone) {
            return Flash.seeOther(PairsPage.action(report), "report.people.gone");
        }
        return Flash.seeOther(
                PairsPage.action(report), onePerson ? "report.people.joined" : "report.people.kept-apart");
    }

    private Report report(Shell shell, Organiser organiser, String slug, HttpRequest<?> request) {
        Project project = projects.organisedBy(organiser, slug);
        return reports.of(project, ReportAnswer.span(request, project), shell.language());
    }
}
