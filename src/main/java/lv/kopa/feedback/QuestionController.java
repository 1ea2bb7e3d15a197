package lv.kopa.feedback;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers write what they ask after an event. */
@Pages("/organiser/events/{slug}/feedback/questions")
@Secured(SecurityRule.IS_AUTHENTICATED)
class QuestionController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Feedbacks feedbacks;
    private final Asking asking;
    private final Events events;

    QuestionController(Feedbacks feedbacks, Asking asking, Events events) {
        this.feedbacks = feedbacks;
        this.asking = asking;
        this.events = events;
    }

    @Get("/new")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> blank(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        return Html.ok(templates.feedbackQuestion(new FeedbackQuestionPage(shell, event, null, QuestionForm.blank())));
    }

    @Get("/{id}")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> edit(Shell shell, Organiser organiser, String slug, long id) {
        EventDetails event = events.own(slug, organiser);
        QuestionPlan plan =
                feedbacks.of(event.event()).item(id).map(QuestionPlan::of).orElseThrow(UnknownQuestion::new);
        return Html.ok(templates.feedbackQuestion(new FeedbackQuestionPage(shell, event, id, QuestionForm.of(plan))));
    }

    @Post
    HttpResponse<byte[]> add(Shell shell, Organiser organiser, String slug, @Body Form form) {
        return write(new FeedbackQuestionPage(shell, events.own(slug, organiser), null, form), organiser);
    }

    @Post("/{id}")
    HttpResponse<byte[]> change(Shell shell, Organiser organiser, String slug, long id, @Body Form form) {
        return write(new FeedbackQuestionPage(shell, events.own(slug, organiser), id, form), organiser);
    }

    @Post("/{id}/place")
    HttpResponse<byte[]> move(Organiser organiser, String slug, long id, @Body Form form) {
        asking.move(events.own(slug, organiser).event(), id, form.chose("to", "up"));
        return Flash.seeOther(back(slug), "workspace.question.saved");
    }

    @Post("/{id}/removal")
    HttpResponse<byte[]> remove(Organiser organiser, String slug, long id) {
        asking.remove(events.own(slug, organiser).event(), id, organiser.actor());
        return Flash.seeOther(back(slug), "workspace.question.saved");
    }

    private HttpResponse<byte[]> write(FeedbackQuestionPage page, Organiser organiser) {
        QuestionForm typed = new QuestionForm(page.form(), page.shell().language());
        if (typed.isRearranged()) {
            return Html.ok(templates.feedbackQuestion(page));
        }
        QuestionPlan plan = typed.read();
        if (page.form().hasErrors()) {
            return Html.unprocessable(templates.feedbackQuestion(page));
        }
        if (page.id() == null) {
            if (!asking.add(page.event().event(), plan, organiser.actor())) {
                page.form().reject("", "event.fault.questions", Asking.MOST);
                return Html.unprocessable(templates.feedbackQuestion(page));
            }
        } else {
            asking.change(page.event().event(), page.id(), plan, organiser.actor());
        }
        return Flash.seeOther(page.back(), "workspace.question.saved");
    }

    private static String back(String slug) {
        return "/organiser/events/" + slug + "/feedback";
    }
}
