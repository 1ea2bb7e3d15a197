package lv.kopa.calendar;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import lv.kopa.calendar.FeedKey.Form;
import lv.kopa.event.EventFilter;
import lv.kopa.web.Fetch;

/**
 * Calendars and news to subscribe to. Their language is in the address, else it is English, so that caches need not know who
 * asks.
 */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
class FeedController {
    private final Feeds feeds;
    private final Clock clock;

    FeedController(Feeds feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    @Get("/calendar.ics")
    CompletionStage<HttpResponse<byte[]>> everything(HttpRequest<?> request) {
        return answer(request, FeedKey.ofEverything(filter(request), CalendarAnswer.language(request)));
    }

    @Get("/organisations/{slug}/calendar.ics")
    CompletionStage<HttpResponse<byte[]>> ofOrganisation(@PathVariable String slug, HttpRequest<?> request) {
        return answer(request, FeedKey.ofOrganisation(slug, filter(request), CalendarAnswer.language(request)));
    }

    @Get("/projects/{slug}/calendar.ics")
    CompletionStage<HttpResponse<byte[]>> ofProject(@PathVariable String slug, HttpRequest<?> request) {
        return answer(request, FeedKey.ofProject(slug, filter(request), CalendarAnswer.language(request)));
    }

    @Get("/events.atom")
    CompletionStage<HttpResponse<byte[]>> atom(HttpRequest<?> request) {
        return answer(request, FeedKey.ofNews(Form.ATOM, filter(request), CalendarAnswer.language(request)));
    }

    @Get("/events.json")
    CompletionStage<HttpResponse<byte[]>> json(HttpRequest<?> request) {
        return answer(request, FeedKey.ofNews(Form.JSON, filter(request), CalendarAnswer.language(request)));
    }

    private CompletionStage<HttpResponse<byte[]>> answer(HttpRequest<?> request, FeedKey key) {
        return feeds.get(key)
                .thenApply(edition ->
                        CalendarAnswer.toRead(Fetch.of(request).answer(edition, clock.instant()), key.form()));
    }

    private static EventFilter filter(HttpRequest<?> request) {
        return request.getUri().getRawQuery() == null
                ? EventFilter.none()
                : EventFilter.of(name -> request.getParameters().getFirst(name));
    }
}
