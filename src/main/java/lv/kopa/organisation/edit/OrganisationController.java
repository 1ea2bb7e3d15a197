package lv.kopa.organisation.edit;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Personal;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

@Pages("/organiser/organisations")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OrganisationController {
    static final String HERE = "/organiser/organisations/";

    private final StaticTemplates pages = new StaticTemplates();
    private final Organisations organisations;

    OrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    @Get
    @Personal
    HttpResponse<?> list(Shell shell, Organiser organiser) {
        return Html.ok(pages.organisationList(shell, organiser));
    }

    @Get("/{slug}")
    HttpResponse<?> show(Shell shell, Organiser organiser, String slug) {
        Organisation organisation = owned(organiser, slug);
        return Html.ok(page(shell, organisation, ProfileForm.filled(organisation)));
    }

    @Post("/{slug}")
    HttpResponse<?> change(Shell shell, Organiser organiser, String slug, @Body Form form) {
        Organisation organisation = owned(organiser, slug);
        Profile profile = ProfileForm.read(form);
        if (form.hasErrors()) {
            return Html.unprocessable(page(shell, organisation, form));
        }
        try {
            organisations.change(organisation.id(), form.version(), profile, organiser.actor());
        } catch (ChangedMeanwhile stale) {
            form.reject("", stale.sentence()).replace("version", organisation.version());
            return Html.unprocessable(page(shell, organisation, form));
        }
        return Flash.seeOther(HERE + slug, "organisation.saved");
    }

    private Organisation owned(Organiser organiser, String slug) {
        return organisations
                .find(slug)
                .filter(organisation -> organiser.owns(organisation.id()))
                .orElseThrow(UnknownOrganisation::new);
    }

    private JteModel page(Shell shell, Organisation organisation, Form form) {
        return pages.organisationEdit(shell, organisation, form);
    }
}
