package lv.kopa.registration.own;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.entry.CalendarWay;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Pages;
import lv.kopa.web.Token;

/** Where people choose how an event comes into their calendars. */
@Pages("/r/{token}/calendar")
@Secured(SecurityRule.IS_ANONYMOUS)
class CalendarController {
    private final Registrations registrations;
    private final CalendarChoice choice;

    CalendarController(Registrations registrations, CalendarChoice choice) {
        this.registrations = registrations;
        this.choice = choice;
    }

    @Post
    HttpResponse<byte[]> choose(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        CalendarWay.of(form.get("calendar")).ifPresent(way -> choice.choose(registration, way));
        return Flash.seeOther("/r/" + link.secret() + "#calendar", "registration.own.calendar.done");
    }
}
