package lv.kopa.feedback.answer;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.feedback.Feedbacks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where people say what they think of an event: by the secret link to their own page, which proves that they may. */
@Pages("/r/{token}/feedback")
@Secured(SecurityRule.IS_ANONYMOUS)
class FeedbackFormController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final Events events;
    private final Feedbacks feedbacks;
    private final Answering answering;
    private final Clock clock;

    FeedbackFormController(
            Registrations registrations, Events events, Feedbacks feedbacks, Answering answering, Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.feedbacks = feedbacks;
        this.answering = answering;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Registration person = registrations.byLink(link);
        EventDetails event = events.get(person.eventId());
        Standing standing = answering.standing(event.event(), person);
        return Html.ok(templates.feedbackForm(page(shell, event, standing, link, Form.empty())));
    }

    @Post
    HttpResponse<byte[]> answer(@PathVariable String token, Shell shell, @Body Form form) {
        Token link = Token.inAddress(token);
        Registration person = registrations.byLink(link);
        EventDetails event = events.get(person.eventId());
        if (form.isToTranslate()) {
            Standing standing = answering.standing(event.event(), person);
            return Html.ok(templates.feedbackForm(page(shell, event, standing, link, form)));
        }
        Standing standing = answering.answer(event.event(), person, form);
        return form.hasErrors()
                ? Html.unprocessable(templates.feedbackForm(page(shell, event, standing, link, form)))
                : Html.seeOther("/r/" + link.secret() + "/feedback");
    }

    private FeedbackFormPage page(Shell shell, EventDetails event, Standing standing, Token link, Form form) {
        return new FeedbackFormPage(
                new EventView(shell, event, clock.instant()),
                feedbacks.of(event.event()),
                standing,
                "/r/" + link.secret(),
                form);
    }
}
