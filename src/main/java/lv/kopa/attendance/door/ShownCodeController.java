package lv.kopa.attendance.door;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.event.Events;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.Registration;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;

/** Where a phone's own camera leads that reads the code of a participant: to the person, in the list at the door. */
@Pages("/organiser/check-in/{reference}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(Role.CHECK_IN)
class ShownCodeController {
    private final Attendees attendees;
    private final Events events;

    ShownCodeController(Attendees attendees, Events events) {
        this.attendees = attendees;
        this.events = events;
    }

    @Get
    HttpResponse<byte[]> find(Organiser organiser, String reference) {
        Registration person = attendees.own(reference, organiser);
        String slug = events.get(person.eventId()).event().slug();
        return Html.seeOther("/organiser/events/" + slug + "/check-in?q=" + person.reference());
    }
}
