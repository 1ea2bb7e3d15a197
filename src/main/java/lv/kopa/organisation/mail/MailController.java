package lv.kopa.organisation.mail;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.mail.server.ServerPlan;
import lv.kopa.mail.server.Trial;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisation.Writer;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** How an organisation sends its mail, for its owners. */
@Pages(MailController.HERE + "{slug}/mail")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MailController {
    static final String HERE = "/organiser/organisations/";

    private final StaticTemplates templates = new StaticTemplates();
    private final Organisations organisations;
    private final OrganisationMail mail;
    private final ServerForm form;
    private final MailTrial trial;
    private final MailPages pages;

    MailController(
            Organisations organisations, OrganisationMail mail, ServerForm form, MailTrial trial, MailPages pages) {
        this.organisations = organisations;
        this.mail = mail;
        this.form = form;
        this.trial = trial;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> show(Shell shell, Organiser organiser, String slug) {
        Organisation organisation = owned(organiser, slug);
        return Html.ok(templates.organisationMail(pages.of(shell.at(path(slug)), organisation, organiser)));
    }

    @Post("/sender")
    HttpResponse<?> changeSender(Shell shell, Organiser organiser, String slug, @Body Form typed) {
        Organisation organisation = owned(organiser, slug);
        Writer writer = SenderForm.read(typed);
        if (!typed.hasErrors()) {
            try {
                organisations.changeSender(organisation.id(), typed.version(), writer, organiser.actor());
                return Flash.seeOther(path(slug), "organisation.mail.sender.saved");
            } catch (ChangedMeanwhile stale) {
                typed.reject("", stale.sentence()).replace("version", organisation.version());
            }
        }
        return Html.unprocessable(templates.organisationMail(
                pages.of(shell.at(path(slug)), organisation, organiser).withSender(typed)));
    }

    @Post("/server")
    HttpResponse<?> keep(Shell shell, Organiser organiser, String slug, @Body Form typed) {
        Organisation organisation = owned(organiser, slug);
        ServerPlan plan = form.read(typed, organisation.id());
        MailPage page = pages.of(shell.at(path(slug)), organisation, organiser);
        if (!typed.hasErrors()) {
            try {
                mail.keep(organisation, typed.version(), plan, organiser);
                return Flash.seeOther(path(slug), "organisation.mail.server.saved");
            } catch (ChangedMeanwhile stale) {
                typed.reject("", stale.sentence()).replace("version", page.version());
            }
        }
        return Html.unprocessable(templates.organisationMail(page.withForm(ServerForm.again(typed))));
    }

    @Post("/server/removal")
    HttpResponse<?> remove(Organiser organiser, String slug) {
        mail.remove(owned(organiser, slug), organiser);
        return Flash.seeOther(path(slug), "organisation.mail.server.removed");
    }

    @Post("/trial")
    HttpResponse<?> tryOut(Shell shell, Organiser organiser, String slug) {
        Organisation organisation = owned(organiser, slug);
        Optional<Trial> tried = trial.make(organisation, organiser);
        return Html.ok(templates.organisationMail(
                pages.of(shell.at(path(slug)), organisation, organiser).withTrial(tried)));
    }

    static String path(String slug) {
        return HERE + slug + "/mail";
    }

    private Organisation owned(Organiser organiser, String slug) {
        return organisations
                .find(slug)
                .filter(organisation -> organiser.owns(organisation.id()))
                .orElseThrow(UnknownOrganisation::new);
    }
}
