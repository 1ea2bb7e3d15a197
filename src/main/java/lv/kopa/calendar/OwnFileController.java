package lv.kopa.calendar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import lv.kopa.web.Fetch;
import lv.kopa.web.Token;

/** What one person registered for, by their secret link. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnFileController {
    private final OwnCalendar calendar;
    private final Clock clock;

    OwnFileController(OwnCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Get("/r/{token}/calendar.ics")
    HttpResponse<byte[]> registration(@PathVariable String token, HttpRequest<?> request) {
        OwnCalendar.Copy copy = calendar.of(Token.inAddress(token));
        return CalendarAnswer.personal(Fetch.of(request).answer(copy.edition(), clock.instant()), copy.name());
    }
}
