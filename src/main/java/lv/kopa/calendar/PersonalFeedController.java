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
import lv.kopa.registration.address.PersonalFeeds;
import lv.kopa.web.Edition;
import lv.kopa.web.Fetch;
import lv.kopa.web.Token;

/** All that one person registered for, by an address that was sent to them. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class PersonalFeedController {
    private final PersonalCalendar calendar;
    private final PersonalFeeds feeds;
    private final Clock clock;

    PersonalFeedController(PersonalCalendar calendar, PersonalFeeds feeds, Clock clock) {
        this.calendar = calendar;
        this.feeds = feeds;
        this.clock = clock;
    }

    @Get("/my/{token}/calendar.ics")
    HttpResponse<byte[]> feed(@PathVariable String token, HttpRequest<?> request) {
        Token secret = Token.inAddress(token);
        Edition edition = calendar.of(secret);
        feeds.fetched(secret, CalendarAnswer.program(request));
        return CalendarAnswer.personalToRead(Fetch.of(request).answer(edition, clock.instant()));
    }
}
