package lv.kopa.calendar.team;

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
import lv.kopa.calendar.CalendarAnswer;
import lv.kopa.web.Fetch;
import lv.kopa.web.Token;

/** The calendar of a team, for the program of one of them. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class TeamFeedController {
    private final TeamFeeds feeds;
    private final TeamCalendar calendar;
    private final Clock clock;

    TeamFeedController(TeamFeeds feeds, TeamCalendar calendar, Clock clock) {
        this.feeds = feeds;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Get("/my/team/{token}/calendar.ics")
    HttpResponse<byte[]> feed(@PathVariable String token, HttpRequest<?> request) {
        Token secret = Token.inAddress(token);
        TeamFeeds.Opened opened = feeds.open(secret, CalendarAnswer.program(request));
        String address = TeamFeedPageController.address(secret, CalendarAnswer.language(request));
        return CalendarAnswer.personalToRead(Fetch.of(request)
                .answer(calendar.of(opened, address, CalendarAnswer.language(request)), clock.instant()));
    }
}
