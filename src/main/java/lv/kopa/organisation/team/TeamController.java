package lv.kopa.organisation.team;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.LastOwner;
import lv.kopa.organisation.Member;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where owners look after their team. */
@Pages("/organiser/organisations/{slug}/team")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TeamController {
    private final StaticTemplates pages = new StaticTemplates();
    private final Organisations organisations;
    private final Team team;
    private final Helpers helpers;
    private final TeamInvitations invitations;
    private final Clock clock;

    TeamController(Organisations organisations, Team team, Helpers helpers, TeamInvitations invitations, Clock clock) {
        this.organisations = organisations;
        this.team = team;
        this.helpers = helpers;
        this.invitations = invitations;
        this.clock = clock;
    }

    static String path(String slug) {
        return "/organiser/organisations/" + slug + "/team";
    }

    @Get
    HttpResponse<?> show(Shell shell, Organiser organiser, String slug) {
        return Html.ok(page(shell, organiser, owned(organiser, slug), blank()));
    }

    @Post("/invitations")
    HttpResponse<?> invite(Shell shell, Organiser organiser, String slug, @Body Form form) {
        Organisation organisation = owned(organiser, slug);
        Optional<EmailAddress> address = EmailAddress.parse(form.get("email"));
        Optional<Role> role = role(form);
        if (address.isEmpty()) {
            form.reject("email", form.get("email").isEmpty() ? "web.address-missing" : "web.not-an-address");
        } else if (members(shell, organisation).stream()
                .anyMatch(member -> member.email().equals(address.get().key()))) {
            form.reject("email", "team.invitation.there");
        }
        if (role.isEmpty()) {
            form.reject("role", "web.required");
        }
        if (form.hasErrors()) {
            return Html.unprocessable(page(shell, organiser, organisation, form));
        }
        invitations.invite(Invited.to(organisation), address.orElseThrow(), role.orElseThrow(), organiser);
        return Flash.seeOther(path(slug), "team.invitation.sent");
    }

    @Post("/invitations/{id}/withdrawal")
    HttpResponse<?> withdraw(Organiser organiser, String slug, long id) {
        invitations.withdraw(owned(organiser, slug).id(), id, organiser.actor());
        return Flash.seeOther(path(slug), "team.invitation.withdrawn");
    }

    @Post("/{person}/role")
    HttpResponse<?> change(Shell shell, Organiser organiser, String slug, long person, @Body Form form) {
        Organisation organisation = owned(organiser, slug);
        Optional<Role> role = role(form);
        if (role.isEmpty()) {
            return Html.seeOther(path(slug));
        }
        try {
            team.change(organisation.id(), person, role.get(), organiser);
        } catch (LastOwner last) {
            return refused(shell, organiser, organisation, last);
        }
        return Flash.seeOther(back(organiser, person, slug), "team.changed");
    }

    @Post("/{person}/removal")
    HttpResponse<?> takeOut(Shell shell, Organiser organiser, String slug, long person) {
        Organisation organisation = owned(organiser, slug);
        try {
            team.takeOut(organisation.id(), person, organiser);
        } catch (LastOwner last) {
            return refused(shell, organiser, organisation, last);
        }
        return Flash.seeOther(back(organiser, person, slug), "team.taken-out");
    }

    @Post("/{person}/second-factor")
    HttpResponse<?> resetSecondFactor(Organiser organiser, String slug, long person) {
        team.resetSecondFactor(owned(organiser, slug).id(), person, organiser);
        return Flash.seeOther(path(slug), "team.factor.reset.done");
    }

    /** Whoever changes themselves may have no business at the page any more. */
    private static String back(Organiser organiser, long person, String slug) {
        return person == organiser.personId() ? "/organiser/organisations" : path(slug);
    }

    private HttpResponse<?> refused(Shell shell, Organiser organiser, Organisation organisation, LastOwner last) {
        Form form = blank().reject("", last.sentence());
        return Html.unprocessable(page(shell.at(path(organisation.slug())), organiser, organisation, form));
    }

    private Organisation owned(Organiser organiser, String slug) {
        return organisations
                .find(slug)
                .filter(organisation -> organiser.owns(organisation.id()))
                .orElseThrow(UnknownOrganisation::new);
    }

    private static Optional<Role> role(Form form) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(form.get("role")))
                .findFirst();
    }

    private static Form blank() {
        return Form.empty().with("role", Role.ORGANISER.name());
    }

    private List<Member> members(Shell shell, Organisation organisation) {
        return team.of(organisation.id(), shell.language().alphabet());
    }

    private static Set<Long> ids(List<Member> members, Predicate<Member> which) {
        return members.stream().filter(which).map(Member::personId).collect(Collectors.toSet());
    }

    private JteModel page(Shell shell, Organiser organiser, Organisation organisation, Form form) {
        List<Member> members = members(shell, organisation);
        return pages.organisationTeamShow(new TeamPage(
                shell,
                organisation,
                organiser.personId(),
                members,
                ids(members, team::hasSecondFactor),
                ids(members, member -> team.hasSecondFactor(member) && team.mayReset(member, organiser)),
                helpers.ofOrganisation(organisation.id()),
                invitations.of(organisation.id()),
                form,
                clock.instant()));
    }
}
