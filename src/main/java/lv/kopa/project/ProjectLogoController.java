package lv.kopa.project;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import lv.kopa.organisation.Logo;
import lv.kopa.organisation.LogoRefused;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.edit.LogoAnswer;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

@Pages
class ProjectLogoController {
    private final StaticTemplates pages = new StaticTemplates();
    private final Projects projects;

    ProjectLogoController(Projects projects) {
        this.projects = projects;
    }

    @Get("/projects/{slug}/logo")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> show(HttpRequest<?> request, String slug) {
        return LogoAnswer.of(request, projects.logo(slug).orElseThrow(UnknownProject::new));
    }

    @Post("/organiser/projects/{slug}/logo")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> keep(Shell shell, Organiser organiser, String slug, @Part("logo") CompletedFileUpload upload)
            throws IOException {
        Project project = projects.organisedBy(organiser, slug);
        try {
            projects.keepLogo(project.id(), Logo.of(upload.getBytes()), organiser.actor());
        } catch (LogoRefused refused) {
            Form form = ProjectForm.filled(project, projects.activities(project.id()))
                    .reject("logo", refused.sentence());
            return Html.unprocessable(pages.projectEdit(shell, project, form));
        }
        return Flash.seeOther(ProjectController.HERE + "/" + slug, "logo.saved");
    }

    @Post("/organiser/projects/{slug}/logo/removal")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> remove(Organiser organiser, String slug) {
        projects.removeLogo(projects.organisedBy(organiser, slug).id(), organiser.actor());
        return Flash.seeOther(ProjectController.HERE + "/" + slug, "logo.removed");
    }
}
