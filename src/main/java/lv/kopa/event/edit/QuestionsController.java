package lv.kopa.event.edit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventStale;
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.EventPlan.QuestionPlan;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where organisers write what they ask the people of an event. */
@Pages("/organiser/events/{slug}/questions")
@Secured(SecurityRule.IS_AUTHENTICATED)
class QuestionsController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Announcements announcements;
    private final Events events;

    QuestionsController(Announcements announcements, Events events) {
        this.announcements = announcements;
        this.events = events;
    }

    @Get
    HttpResponse<byte[]> list(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        return Html.ok(templates.eventEditQuestions(new QuestionsPage(shell, event, Form.empty())));
    }

    @Get("/new")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> blank(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        return Html.ok(templates.eventEditQuestion(new QuestionPage(
                shell, event, null, QuestionForm.blank(event.event().version()))));
    }

    @Get("/{key}")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> edit(Shell shell, Organiser organiser, String slug, String key) {
        EventDetails event = events.own(slug, organiser);
        int place = place(event, key);
        Form form = QuestionForm.of(plans(event).get(place), event.event().version(), event.questionnaire());
        return Html.ok(templates.eventEditQuestion(new QuestionPage(shell, event, key, form)));
    }

    @Post
    HttpResponse<byte[]> add(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        return write(new QuestionPage(shell, event, null, form), plans(event).size(), organiser);
    }

    @Post("/{key}")
    HttpResponse<byte[]> change(Shell shell, Organiser organiser, String slug, String key, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        return write(new QuestionPage(shell, event, key, form), place(event, key), organiser);
    }

    @Post("/{key}/place")
    HttpResponse<byte[]> move(Shell shell, Organiser organiser, String slug, String key, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        List<QuestionPlan> questions = new ArrayList<>(plans(event));
        int place = place(event, key);
        int other = place + (form.chose("to", "up") ? -1 : 1);
        if (other >= 0 && other < questions.size()) {
            Collections.swap(questions, place, other);
        }
        return rewrite(new QuestionsPage(shell, event, form), questions, organiser);
    }

    @Post("/{key}/removal")
    HttpResponse<byte[]> remove(Shell shell, Organiser organiser, String slug, String key, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        List<QuestionPlan> questions = new ArrayList<>(plans(event));
        questions.remove(place(event, key));
        return rewrite(new QuestionsPage(shell, event, form), questions, organiser);
    }

    private HttpResponse<byte[]> write(QuestionPage page, int place, Organiser organiser) {
        Form form = page.form();
        if (FormRows.change(form)) {
            return Html.ok(templates.eventEditQuestion(page));
        }
        List<QuestionPlan> questions = new ArrayList<>(plans(page.event()));
        QuestionPlan typed = new QuestionForm(form).read(page.key(), questions);
        if (place < questions.size()) {
            questions.set(place, typed);
        } else {
            questions.add(typed);
        }
        if (!form.hasErrors()) {
            try {
                save(page.event(), form.version(), questions, organiser);
                return Flash.seeOther(page.back(), "workspace.question.saved");
            } catch (InvalidInput refused) {
                new QuestionFaults(form, page.shell().language(), place).tell(refused);
            } catch (EventStale stale) {
                EventForm.tell(stale, form, events.get(page.event().event().id()));
            }
        }
        return Html.unprocessable(templates.eventEditQuestion(page));
    }

    private HttpResponse<byte[]> rewrite(QuestionsPage page, List<QuestionPlan> questions, Organiser organiser) {
        try {
            save(page.event(), page.form().version(), questions, organiser);
            return Flash.seeOther(page.path(), "workspace.question.saved");
        } catch (InvalidInput refused) {
            refused.faults().values().stream()
                    .limit(1)
                    .forEach(fault -> page.form().reject("", "workspace.question.depends"));
        } catch (EventStale stale) {
            page.form().reject("", stale.sentence());
        }
        return Html.unprocessable(templates.eventEditQuestions(page));
    }

    private void save(EventDetails event, int version, List<QuestionPlan> questions, Organiser organiser) {
        announcements.change(event.event().id(), version, EventPlan.of(event).asking(questions), organiser.actor());
    }

    private static List<QuestionPlan> plans(EventDetails event) {
        return EventPlan.questionsOf(event.questionnaire());
    }

    private static int place(EventDetails event, @Nullable String key) {
        List<QuestionPlan> plans = plans(event);
        for (int i = 0; i < plans.size(); i++) {
            if (Objects.equals(plans.get(i).key(), key)) {
                return i;
            }
        }
        throw new UnknownEvent();
    }
}
