package lv.kopa.registration.delegation.giving;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.registration.delegation.DelegationSettled;
import lv.kopa.registration.delegation.DelegationView;
import lv.kopa.registration.delegation.Delegations;
import lv.kopa.registration.delegation.Grant;
import lv.kopa.registration.delegation.Granting;
import lv.kopa.registration.delegation.Granting.Giver;
import lv.kopa.registration.delegation.Standing;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where organisers give partners places of an event, and see and change what became of them. */
@Pages("/organiser/events/{slug}/delegations")
@Secured(SecurityRule.IS_AUTHENTICATED)
class GrantController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Delegations delegations;
    private final Granting granting;
    private final Organisations organisations;
    private final Clock clock;

    GrantController(
            Events events, Delegations delegations, Granting granting, Organisations organisations, Clock clock) {
        this.events = events;
        this.delegations = delegations;
        this.granting = granting;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Get("/new")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> blank(Shell shell, Organiser organiser, String slug) {
        EventView view = view(shell, organiser, slug);
        Form form = GrantForm.blank(view.details(), shell.language());
        return Html.ok(templates.registrationDelegationForm(page(view, Optional.empty(), form)));
    }

    @Post
    HttpResponse<byte[]> give(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventView view = view(shell, organiser, slug);
        GrantPage page = page(view, Optional.empty(), form);
        Giver giver = new Giver(organiser.personId(), organiser.actor());
        String submission = form.filled("submission")
                .map(Token::new)
                .orElseGet(Token::random)
                .hash();
        return write(page, grant -> {
            Delegation given = granting.give(view.event().id(), grant, giver, submission);
            return Flash.seeOther(page.path() + "/" + given.key(), "registration.delegation.given");
        });
    }

    @Get("/{id}")
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug, long id) {
        EventView view = view(shell, organiser, slug);
        DelegationPage page = new DelegationPage(new DelegationView(view, standing(view, id)));
        return Html.ok(templates.registrationDelegationShow(page));
    }

    @Get("/{id}/edit")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> edit(Shell shell, Organiser organiser, String slug, long id) {
        EventView view = view(shell, organiser, slug);
        Standing standing = standing(view, id);
        Form form = GrantForm.of(view.details(), standing);
        return standing.delegation().isOpen()
                ? Html.ok(templates.registrationDelegationForm(page(view, Optional.of(standing), form)))
                : Flash.seeOther(path(slug, id), "registration.delegation.settled");
    }

    @Post("/{id}")
    HttpResponse<byte[]> change(Shell shell, Organiser organiser, String slug, long id, @Body Form form) {
        EventView view = view(shell, organiser, slug);
        Standing standing = standing(view, id);
        return write(page(view, Optional.of(standing), form), grant -> {
            granting.change(standing.delegation(), grant, organiser.actor());
            return Flash.seeOther(path(slug, id), "registration.delegation.changed");
        });
    }

    @Post("/{id}/link")
    HttpResponse<byte[]> sendAgain(Organiser organiser, String slug, long id) {
        Delegation delegation = delegations.of(events.own(slug, organiser), id);
        return settle(
                path(slug, id),
                "registration.delegation.sent",
                () -> granting.sendAgain(delegation, organiser.actor()));
    }

    @Post("/{id}/withdrawal")
    HttpResponse<byte[]> withdraw(Organiser organiser, String slug, long id) {
        Delegation delegation = delegations.of(events.own(slug, organiser), id);
        return settle(
                path(slug, id),
                "registration.delegation.withdrawn",
                () -> granting.withdraw(delegation, organiser.actor()));
    }

    private static HttpResponse<byte[]> settle(String back, String done, Runnable deed) {
        try {
            deed.run();
            return Flash.seeOther(back, done);
        } catch (DelegationSettled settled) {
            return Flash.seeOther(back, settled.sentence().key());
        }
    }

    private HttpResponse<byte[]> write(GrantPage page, Function<Grant, HttpResponse<byte[]>> deed) {
        Form form = page.form();
        Optional<Grant> grant =
                new GrantForm(page.view().details(), page.kindIds(), form).read(clock.instant(), organisations.all());
        if (grant.isEmpty()) {
            return Html.unprocessable(templates.registrationDelegationForm(page));
        }
        try {
            return deed.apply(grant.get());
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(form::reject);
            return Html.unprocessable(templates.registrationDelegationForm(page));
        } catch (DelegationSettled settled) {
            form.reject("", settled.sentence());
            return Html.with(HttpStatus.CONFLICT, templates.registrationDelegationForm(page));
        }
    }

    private EventView view(Shell shell, Organiser organiser, String slug) {
        return new EventView(shell, events.own(slug, organiser), clock.instant());
    }

    private Standing standing(EventView view, long id) {
        return delegations.standing(delegations.of(view.details(), id), view.details());
    }

    private GrantPage page(EventView view, Optional<Standing> standing, Form form) {
        List<String> partners = organisations.all().stream()
                .map(Organisation::name)
                .filter(name -> !name.equals(view.details().organisation().name()))
                .toList();
        return new GrantPage(view, standing, partners, form);
    }

    private static String path(String slug, long id) {
        return "/organiser/events/" + slug + "/delegations/" + id;
    }
}
