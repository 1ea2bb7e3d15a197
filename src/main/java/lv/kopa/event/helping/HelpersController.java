package lv.kopa.event.helping;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.team.Helpers;
import lv.kopa.organisation.team.Invited;
import lv.kopa.organisation.team.TeamInvitations;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers say who helps with one event. Whoever only helps with it themselves invites nobody. */
@Pages("/organiser/events/{slug}/helpers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
class HelpersController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Helpers helpers;
    private final TeamInvitations invitations;
    private final Clock clock;

    HelpersController(Events events, Helpers helpers, TeamInvitations invitations, Clock clock) {
        this.events = events;
        this.helpers = helpers;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        return Html.ok(page(shell, events.own(slug, organiser), blank()));
    }

    @Post
    HttpResponse<byte[]> invite(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        long organisation = event.organisation().id();
        Optional<EmailAddress> address = EmailAddress.parse(form.get("email"));
        Optional<Role> role = HelpersPage.ROLES.stream()
                .filter(known -> form.chose("role", known.name()))
                .findFirst();
        if (address.isEmpty()) {
            form.reject("email", form.get("email").isEmpty() ? "web.address-missing" : "web.not-an-address");
        }
        if (role.isEmpty()) {
            form.reject("role", "web.required");
        }
        if (!form.hasErrors() && helpers.isNeedless(address.orElseThrow(), role.orElseThrow(), organisation)) {
            form.reject("email", "helper.needless");
        }
        if (form.hasErrors()) {
            return Html.unprocessable(page(shell, event, form));
        }
        return add(event, address.orElseThrow(), role.orElseThrow(), organiser);
    }

    private HttpResponse<byte[]> add(EventDetails event, EmailAddress address, Role role, Organiser organiser) {
        long id = event.event().id();
        if (helpers.give(address, role, event.organisation().id(), id, organiser.actor())) {
            return Flash.seeOther(HelpersPage.path(event), "helper.given");
        }
        invitations.invite(new Invited(event.organisation(), id, event.event().title()), address, role, organiser);
        return Flash.seeOther(HelpersPage.path(event), "team.invitation.sent");
    }

    @Post("/{person}/removal")
    HttpResponse<byte[]> takeOut(Organiser organiser, String slug, long person) {
        EventDetails event = events.own(slug, organiser);
        helpers.take(person, event.event().id(), organiser.actor());
        return Flash.seeOther(HelpersPage.path(event), "helper.taken");
    }

    @Post("/invitations/{id}/withdrawal")
    HttpResponse<byte[]> withdraw(Organiser organiser, String slug, long id) {
        EventDetails event = events.own(slug, organiser);
        invitations.withdrawFromEvent(event.event().id(), id, organiser.actor());
        return Flash.seeOther(HelpersPage.path(event), "team.invitation.withdrawn");
    }

    private static Form blank() {
        return Form.empty().with("role", Role.CHECK_IN.name());
    }

    private JteModel page(Shell shell, EventDetails event, Form form) {
        long id = event.event().id();
        return templates.eventHelpers(new HelpersPage(
                shell,
                event,
                helpers.of(id, shell.language().alphabet()),
                invitations.ofEvent(id),
                form,
                clock.instant()));
    }
}
