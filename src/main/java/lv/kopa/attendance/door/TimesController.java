package lv.kopa.attendance.door;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Objects;
import lv.kopa.attendance.Attendance;
import lv.kopa.attendance.Attendances;
import lv.kopa.attendance.NotExpected;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.Registration;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where an organiser says that somebody came late or left early. */
@Pages("/organiser/events/{slug}/check-in/{session}/{reference}/times")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(Role.CHECK_IN)
class TimesController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Door door;
    private final Attendances attendances;
    private final Clock clock;

    TimesController(Events events, Door door, Attendances attendances, Clock clock) {
        this.events = events;
        this.door = door;
        this.attendances = attendances;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug, long session, String reference) {
        EventDetails event = events.own(slug, organiser);
        Session part = DoorController.session(event, session);
        Registration person = door.person(event, reference);
        Attendance known = attendances.of(part, person).orElseThrow(() -> new NotExpected("attendance.not-present"));
        TimesPage page = page(shell, event, part, person, Form.empty());
        page.form()
                .with("came", page.field(Objects.requireNonNullElse(known.cameOn(), part.startsOn())))
                .with("left", page.field(Objects.requireNonNullElse(known.leftOn(), part.endsOn())));
        return Html.ok(templates.attendanceTimes(page));
    }

    @Post
    HttpResponse<byte[]> keep(
            Shell shell, Organiser organiser, String slug, long session, String reference, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        Session part = DoorController.session(event, session);
        Registration person = door.person(event, reference);
        TimesPage page = page(shell, event, part, person, form);
        LocalDateTime came = page.read("came", part.startsOn());
        LocalDateTime left = page.read("left", part.endsOn());
        if (!form.hasErrors() && page.isImpossible(came, left)) {
            form.reject("left", "attendance.times.impossible");
        }
        if (form.hasErrors()) {
            return Html.unprocessable(templates.attendanceTimes(page));
        }
        attendances.time(part, person, came, left, organiser.actor());
        return Html.seeOther(DoorPage.address(slug, session, "", person.reference()));
    }

    private TimesPage page(Shell shell, EventDetails event, Session session, Registration person, Form form) {
        return new TimesPage(new EventView(shell, event, clock.instant()), session, person, form);
    }
}
