package lv.kopa.organisation.edit;

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
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

@Pages
class OrganisationLogoController {
    private final StaticTemplates pages = new StaticTemplates();
    private final Organisations organisations;

    OrganisationLogoController(Organisations organisations) {
        this.organisations = organisations;
    }

    @Get("/organisations/{slug}/logo")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<?> show(HttpRequest<?> request, String slug) {
        return LogoAnswer.of(request, organisations.logo(slug).orElseThrow(UnknownOrganisation::new));
    }

    @Post("/organiser/organisations/{slug}/logo")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> keep(Shell shell, Organiser organiser, String slug, @Part("logo") CompletedFileUpload upload)
            throws IOException {
        Organisation organisation = owned(organiser, slug);
        try {
            organisations.keepLogo(organisation.id(), Logo.of(upload.getBytes()), organiser.actor());
        } catch (LogoRefused refused) {
            Form form = ProfileForm.filled(organisation).reject("logo", refused.sentence());
            return Html.unprocessable(pages.organisationEdit(shell, organisation, form));
        }
        return Flash.seeOther(OrganisationController.HERE + slug, "logo.saved");
    }

    @Post("/organiser/organisations/{slug}/logo/removal")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<?> remove(Organiser organiser, String slug) {
        organisations.removeLogo(owned(organiser, slug).id(), organiser.actor());
        return Flash.seeOther(OrganisationController.HERE + slug, "logo.removed");
    }

    private Organisation owned(Organiser organiser, String slug) {
        return organisations
                .find(slug)
                .filter(organisation -> organiser.owns(organisation.id()))
                .orElseThrow(UnknownOrganisation::new);
    }
}
