package lv.kopa.project;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.SlugTaken;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

@Pages("/organiser/projects/new")
@Secured(SecurityRule.IS_AUTHENTICATED)
class NewProjectController {
    private final StaticTemplates pages = new StaticTemplates();
    private final Projects projects;

    NewProjectController(Projects projects) {
        this.projects = projects;
    }

    @Get
    @Needs(Role.ORGANISER)
    HttpResponse<?> show(Shell shell, Organiser organiser) {
        return Html.ok(pages.projectNew(shell, organiser, ProjectForm.empty()));
    }

    @Post
    HttpResponse<?> create(Shell shell, Organiser organiser, @Body Form form) {
        if (ProjectForm.changeRows(form)) {
            return Html.ok(pages.projectNew(shell, organiser, form));
        }
        Optional<Membership> holder = organiser.in(form.get("organisation"));
        if (holder.isEmpty()) {
            form.reject("organisation", "project.organisation.missing");
        }
        ProjectPlan plan = ProjectForm.read(form, ProjectForm.slug(form));
        if (form.hasErrors()) {
            return Html.unprocessable(pages.projectNew(shell, organiser, form));
        }
        try {
            projects.create(holder.orElseThrow().organisationId(), plan, organiser.actor());
        } catch (SlugTaken taken) {
            form.reject("slug", taken.sentence());
            return Html.unprocessable(pages.projectNew(shell, organiser, form));
        }
        return Flash.seeOther(ProjectController.HERE, "project.saved");
    }
}
