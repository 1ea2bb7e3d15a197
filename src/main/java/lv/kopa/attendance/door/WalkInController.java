package lv.kopa.attendance.door;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.wish.Wish;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where an organiser lets somebody in who came without having registered. */
@Pages("/organiser/events/{slug}/check-in/{session}/newcomers")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(Role.CHECK_IN)
class WalkInController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Door door;
    private final Clock clock;

    WalkInController(Events events, Door door, Clock clock) {
        this.events = events;
        this.door = door;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> ask(Shell shell, Organiser organiser, String slug, long session) {
        EventDetails event = events.own(slug, organiser);
        Form form = Form.empty().with("language", shell.language().tag());
        return Html.ok(templates.attendanceNewcomer(page(shell, event, session, form)));
    }

    @Post
    HttpResponse<byte[]> admit(Shell shell, Organiser organiser, String slug, long session, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        WalkInPage page = page(shell, event, session, form);
        if (!event.categories().isEmpty() && form.get("category").isEmpty()) {
            form.reject("category", "registration.fault.category");
        }
        if (!form.hasErrors()) {
            try {
                Registration person = door.admit(event, page.session(), wish(form, page.session()), organiser.actor());
                return Html.seeOther(DoorPage.address(slug, session, "", person.reference()));
            } catch (InvalidInput invalid) {
                invalid.faults().forEach(form::reject);
            } catch (RegistrationClosed full) {
                form.reject("", full.sentence());
            } catch (RegistrationSettled known) {
                form.reject("email", known.sentence());
            }
        }
        return Html.unprocessable(templates.attendanceNewcomer(page));
    }

    private static Wish wish(Form form, Session session) {
        return new Wish(
                form.filled("category").orElse(null),
                form.get("name"),
                form.filled("email").orElse(Registration.NOBODY),
                null,
                form.get("organisation"),
                form.get("language"),
                null,
                form.all("consents"),
                session.isChosen() ? List.of(session.id()) : List.of(),
                null);
    }

    private WalkInPage page(Shell shell, EventDetails event, long session, Form form) {
        return new WalkInPage(
                new EventView(shell, event, clock.instant()), DoorController.session(event, session), form);
    }
}
