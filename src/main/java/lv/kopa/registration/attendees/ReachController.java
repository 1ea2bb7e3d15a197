package lv.kopa.registration.attendees;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registration;
import lv.kopa.web.Flash;
import lv.kopa.web.Pages;

/** Lets organisers have somebody written to again whose mail came back. */
@Pages("/organiser/registrations/{reference}/reach")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReachController {
    private final Attendees attendees;
    private final Reach reach;

    ReachController(Attendees attendees, Reach reach) {
        this.attendees = attendees;
        this.reach = reach;
    }

    @Post
    HttpResponse<byte[]> tryAgain(Organiser organiser, String reference) {
        Registration registration = attendees.own(reference, organiser);
        reach.tryAgain(registration);
        return Flash.seeOther("/organiser/registrations/" + reference, "workspace.attendee.returned.tried");
    }
}
