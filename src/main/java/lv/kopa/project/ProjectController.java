package lv.kopa.project;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Refusal;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

@Pages("/organiser/projects")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ProjectController {
    static final String HERE = "/organiser/projects";

    private final StaticTemplates pages = new StaticTemplates();
    private final Projects projects;

    ProjectController(Projects projects) {
        this.projects = projects;
    }

    @Get
    HttpResponse<?> list(Shell shell, Organiser organiser) {
        return Html.ok(pages.projectList(shell, projects.of(organiser.organisations())));
    }

    @Get("/{slug}")
    @Needs(Role.ORGANISER)
    HttpResponse<?> show(Shell shell, Organiser organiser, String slug) {
        Project project = projects.organisedBy(organiser, slug);
        return Html.ok(page(shell, project, ProjectForm.filled(project, projects.activities(project.id()))));
    }

    @Post("/{slug}")
    HttpResponse<?> change(Shell shell, Organiser organiser, String slug, @Body Form form) {
        Project project = projects.organisedBy(organiser, slug);
        if (ProjectForm.changeRows(form)) {
            return Html.ok(page(shell, project, form));
        }
        ProjectPlan plan = ProjectForm.read(form, slug);
        if (form.hasErrors()) {
            return Html.unprocessable(page(shell, project, form));
        }
        try {
            projects.change(project.id(), form.version(), plan, organiser.actor());
        } catch (ChangedMeanwhile stale) {
            return refused(shell, project, form.replace("version", project.version()), stale);
        } catch (ActivityInUse inUse) {
            return refused(shell, project, form, inUse);
        }
        return Flash.seeOther(HERE, "project.saved");
    }

    private HttpResponse<?> refused(Shell shell, Project project, Form form, Refusal refusal) {
        return Html.unprocessable(page(shell, project, form.reject("", refusal.sentence())));
    }

    private JteModel page(Shell shell, Project project, Form form) {
        return pages.projectEdit(shell, project, form);
    }
}
