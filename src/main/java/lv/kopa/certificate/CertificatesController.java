package lv.kopa.certificate;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers of an event that took place issue certificates. */
@Pages("/organiser/events/{slug}/certificates")
@Secured(SecurityRule.IS_AUTHENTICATED)
class CertificatesController {
    private static final int ALL = 100;

    private final StaticTemplates templates = new StaticTemplates();
    private final Certificates certificates;
    private final Registrations registrations;
    private final Events events;
    private final Clock clock;

    CertificatesController(Certificates certificates, Registrations registrations, Events events, Clock clock) {
        this.certificates = certificates;
        this.registrations = registrations;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        EventDetails event = held(slug, organiser);
        Form form = Form.empty().with("percent", certificates.least(event.event()));
        return Html.ok(page(shell, event, form));
    }

    @Post
    HttpResponse<byte[]> issue(Organiser organiser, String slug) {
        int issued = certificates.issue(held(slug, organiser), organiser.actor());
        return Flash.seeOther(path(slug), "certificate.issued", issued, "/organiser/outbox?event=" + slug);
    }

    @Post("/rule")
    HttpResponse<byte[]> require(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = held(slug, organiser);
        String typed = form.get("percent");
        int percent = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : 0;
        if (percent < 1 || percent > ALL) {
            form.reject("percent", "certificate.percent.fault");
            return Html.unprocessable(page(shell.at(path(slug)), event, form));
        }
        certificates.require(event.event(), percent, organiser.actor());
        return Flash.seeOther(path(slug), "certificate.percent.saved");
    }

    @Post("/{reference}")
    HttpResponse<byte[]> issueOne(Organiser organiser, String slug, String reference) {
        EventDetails event = held(slug, organiser);
        int issued = certificates.issue(event, person(event, reference), organiser.actor());
        return Flash.seeOther(path(slug), "certificate.issued", issued, "/organiser/outbox?event=" + slug);
    }

    @Post("/{reference}/withdrawal")
    HttpResponse<byte[]> withdraw(Organiser organiser, String slug, String reference) {
        EventDetails event = held(slug, organiser);
        certificates.withdraw(event, person(event, reference), organiser.actor());
        return Flash.seeOther(path(slug), "certificate.withdrawn");
    }

    private Registration person(EventDetails event, String reference) {
        Registration person = registrations.byReference(reference);
        if (person.eventId() != event.event().id()) {
            throw new UnknownRegistration();
        }
        return person;
    }

    /** Before an event is over nobody has earned anything. */
    private EventDetails held(String slug, Organiser organiser) {
        EventDetails event = events.own(slug, organiser);
        if (!event.event().wasHeld(clock.instant())) {
            throw new UnknownEvent();
        }
        return event;
    }

    private JteModel page(Shell shell, EventDetails event, Form form) {
        return templates.certificateList(new CertificatesPage(
                new EventView(shell, event, clock.instant()),
                certificates.of(event, shell.language()),
                certificates.least(event.event()),
                certificates.counted(event),
                form));
    }

    private static String path(String slug) {
        return "/organiser/events/" + slug + "/certificates";
    }
}
