package lv.kopa.attendance.door;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import lv.kopa.attendance.Attendance.Means;
import lv.kopa.attendance.NotExpected;
import lv.kopa.attendance.UnknownAttendance;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.Registration;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.PlainText;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where an organiser marks who comes in. */
@Pages("/organiser/events/{slug}/check-in")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(Role.CHECK_IN)
class DoorController {
    /** This page alone may look through the camera, for the codes that people show. */
    private static final String PERMISSIONS = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";

    private static final Duration LONGEST_WITHOUT_NETWORK = Duration.ofDays(3);

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Door door;
    private final Clock clock;

    DoorController(Events events, Door door, Clock clock) {
        this.events = events;
        this.door = door;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(
            Shell shell,
            Organiser organiser,
            String slug,
            @QueryValue @Nullable Long session,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String seen) {
        EventDetails event = events.own(slug, organiser);
        Session part = session == null ? current(event) : session(event, session);
        List<Guest> guests = door.guests(event, part, shell.language());
        EventView view = new EventView(shell, event, clock.instant());
        String wanted = PlainText.line(Objects.requireNonNullElse(q, ""));
        return Html.ok(templates.attendanceDoor(new DoorPage(
                        view, part, guests, wanted, Objects.requireNonNullElse(seen, ""), organiser.personId())))
                .header("Permissions-Policy", PERMISSIONS);
    }

    /** Marks somebody whose code was read. */
    @Post("/{session}/code")
    HttpResponse<byte[]> scan(Organiser organiser, String slug, long session, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        try {
            Registration person = door.person(event, form.get("code").replaceFirst("^.*/", ""));
            door.mark(session(event, session), person, at(form), Means.CODE, organiser.actor());
            return seeOther(slug, session, form, person.reference());
        } catch (UnknownRegistration | UnknownAttendance | NotExpected nobody) {
            return seeOther(slug, session, form, "unknown");
        }
    }

    @Post("/{session}/{reference}")
    HttpResponse<byte[]> mark(Organiser organiser, String slug, long session, String reference, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        Session part = session(event, session);
        Registration person = door.person(event, reference);
        if (form.chose("present", "no")) {
            door.takeBack(part, person, at(form), organiser.actor());
            return seeOther(slug, session, form, "");
        }
        door.mark(part, person, at(form), Means.LIST, organiser.actor());
        return seeOther(slug, session, form, person.reference());
    }

    /**
     * When a phone was tapped that had no network then. It says how many milliseconds ago that was, since its clock may be
     * wrong; null for now, and for what no phone can mean.
     */
    private @Nullable Instant at(Form form) {
        return form.filled("ago")
                .filter(ago -> ago.matches("\\d{1,9}"))
                .map(ago -> Duration.ofMillis(Long.parseLong(ago)))
                .filter(ago -> ago.compareTo(LONGEST_WITHOUT_NETWORK) < 0)
                .map(clock.instant()::minus)
                .orElse(null);
    }

    private static HttpResponse<byte[]> seeOther(String slug, long session, Form form, String seen) {
        return Html.seeOther(DoorPage.address(slug, session, form.get("q"), seen));
    }

    /** What takes place now or next; afterwards, the last that did. */
    private Session current(EventDetails event) {
        List<Session> planned = event.planned();
        if (planned.isEmpty() || event.event().isDraft()) {
            throw new UnknownAttendance("attendance.unknown-session");
        }
        return planned.stream()
                .filter(part -> part.end().toInstant().isAfter(clock.instant()))
                .findFirst()
                .orElseGet(() -> planned.get(planned.size() - 1));
    }

    static Session session(EventDetails event, long id) {
        return event.planned().stream()
                .filter(part -> part.id() == id && event.event().isShown())
                .findFirst()
                .orElseThrow(() -> new UnknownAttendance("attendance.unknown-session"));
    }
}
