package lv.kopa.feedback.result;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.web.Api;
import lv.kopa.web.api.Unlisted;

@Controller("/api/v1/events/{slug}/feedback")
@Api
@Tag(name = "Feedback")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ResultApi {
    private final Results results;
    private final Events events;

    ResultApi(Results results, Events events) {
        this.results = results;
        this.events = events;
    }

    /**
     * Says what people answered who were asked how an event was. While fewer than five have answered without their names,
     * nothing of what they said is told.
     *
     * @return the questions, with how often which answer was given
     */
    @Get
    ResultItem show(String slug, @Unlisted Organiser organiser) {
        return ResultItem.of(results.of(events.own(slug, organiser).event()));
    }
}
