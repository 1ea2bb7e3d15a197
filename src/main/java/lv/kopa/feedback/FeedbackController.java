package lv.kopa.feedback;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Organiser;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where organisers say how the people of an event are asked what they think. */
@Pages("/organiser/events/{slug}/feedback")
@Secured(SecurityRule.IS_AUTHENTICATED)
class FeedbackController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Feedbacks feedbacks;
    private final Asking asking;
    private final Events events;
    private final Clock clock;

    FeedbackController(Feedbacks feedbacks, Asking asking, Events events, Clock clock) {
        this.feedbacks = feedbacks;
        this.asking = asking;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        return Html.ok(templates.feedbackSettings(page(shell, event, null)));
    }

    @Post("/usual")
    HttpResponse<byte[]> askTheUsual(Organiser organiser, String slug) {
        asking.askTheUsual(events.own(slug, organiser).event(), organiser.actor());
        return Flash.seeOther(path(slug), "workspace.question.saved");
    }

    @Post("/opening")
    HttpResponse<byte[]> open(Organiser organiser, String slug) {
        Event event = events.own(slug, organiser).event();
        feedbacks.open(event, organiser.actor());
        return feedbacks.of(event).terms().isOpen()
                ? Flash.seeOther(path(slug), "feedback.opened")
                : Html.seeOther(path(slug));
    }

    @Post("/closing")
    HttpResponse<byte[]> close(Organiser organiser, String slug) {
        feedbacks.close(events.own(slug, organiser).event(), organiser.actor());
        return Flash.seeOther(path(slug), "feedback.closed");
    }

    @Post("/settings")
    HttpResponse<byte[]> settle(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        String typed = form.get("hours");
        int hours = typed.matches("\\d{1,3}") ? Integer.parseInt(typed) : -1;
        if (hours < 0 || hours > Terms.MOST_HOURS) {
            form.reject("hours", "web.number-between", 0, Terms.MOST_HOURS);
        }
        boolean anonymous = !form.chose("names", "with");
        if (!form.hasErrors()) {
            try {
                Terms wanted = new Terms(event.event().id(), anonymous, hours, form.chose("shown", "true"), null, null);
                feedbacks.settle(event.event(), wanted, organiser.actor());
                return Flash.seeOther(path(slug), "feedback.saved");
            } catch (QuestionsSettled settled) {
                form.reject("names", settled.sentence());
            }
        }
        return Html.unprocessable(templates.feedbackSettings(page(shell.at(path(slug)), event, form)));
    }

    private FeedbackPage page(Shell shell, EventDetails event, @Nullable Form typed) {
        Asked asked = feedbacks.of(event.event());
        return new FeedbackPage(
                new EventView(shell, event, clock.instant()),
                asked,
                feedbacks.given(event.event()),
                typed == null ? FeedbackPage.filled(asked.terms()) : typed);
    }

    private static String path(String slug) {
        return "/organiser/events/" + slug + "/feedback";
    }
}
