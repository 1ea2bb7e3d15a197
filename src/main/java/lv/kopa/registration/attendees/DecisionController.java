package lv.kopa.registration.attendees;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Answers;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerWords;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** What organisers decide about single registrations. */
@Pages("/organiser/registrations/{reference}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class DecisionController {
    private static final int LONGEST_REASON = 2_000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Attendees attendees;
    private final Registrations registrations;
    private final Events events;
    private final AnswerBook answers;
    private final Clock clock;

    DecisionController(
            Attendees attendees, Registrations registrations, Events events, AnswerBook answers, Clock clock) {
        this.attendees = attendees;
        this.registrations = registrations;
        this.events = events;
        this.answers = answers;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String reference) {
        Registration registration = attendees.own(reference, organiser);
        return Html.ok(templates.registrationAttendee(page(shell, registration, Form.empty())));
    }

    @Post("/approval")
    HttpResponse<byte[]> approve(Organiser organiser, String reference) {
        Registration approved = registrations.approve(attendees.own(reference, organiser), organiser.actor());
        return done(approved, approved.isConfirmed() ? "workspace.approved" : "workspace.approved.waiting");
    }

    @Post("/refusal")
    HttpResponse<byte[]> decline(Shell shell, Organiser organiser, String reference, @Body Form form) {
        Registration registration = attendees.own(reference, organiser);
        if (isTooLong(form)) {
            return Html.unprocessable(templates.registrationAttendee(page(shell, registration, form)));
        }
        return done(registrations.decline(registration, reason(form), organiser.actor()), "workspace.declined");
    }

    @Post("/cancellation")
    HttpResponse<byte[]> cancel(Shell shell, Organiser organiser, String reference, @Body Form form) {
        Registration registration = attendees.own(reference, organiser);
        if (isTooLong(form)) {
            return Html.unprocessable(templates.registrationAttendee(page(shell, registration, form)));
        }
        return done(registrations.cancel(registration, reason(form), organiser.actor()), "workspace.cancelled");
    }

    @Post("/secrets")
    HttpResponse<byte[]> reveal(Shell shell, Organiser organiser, String reference) {
        Registration registration = attendees.own(reference, organiser);
        EventDetails event = events.get(registration.eventId());
        Answers all = answers.reveal(registration.id(), event.questionnaire(), organiser.actor());
        return Html.ok(templates.registrationAttendee(page(shell, registration, event, all, false, Form.empty())));
    }

    private static boolean isTooLong(Form form) {
        if (form.get("reason").length() > LONGEST_REASON) {
            form.reject("reason", "web.too-long", LONGEST_REASON);
        }
        return form.hasErrors();
    }

    private static @Nullable String reason(Form form) {
        return form.filled("reason").orElse(null);
    }

    private HttpResponse<byte[]> done(Registration registration, String key) {
        String slug = events.get(registration.eventId()).event().slug();
        return Flash.seeOther("/organiser/events/" + slug + "#attendees", key);
    }

    private AttendeePage page(Shell shell, Registration registration, Form form) {
        EventDetails event = events.get(registration.eventId());
        Answers open = answers.open(List.of(registration.id()), event.questionnaire())
                .getOrDefault(registration.id(), Answers.none());
        return page(shell, registration, event, open, answers.hasSecrets(registration.id()), form);
    }

    private AttendeePage page(
            Shell shell, Registration registration, EventDetails event, Answers shown, boolean secrets, Form form) {
        return new AttendeePage(
                shell,
                new EventView(shell, event, clock.instant()),
                registration,
                registrations.chosenSessions(registration),
                registrations.position(registration),
                attendees.confirmBy(registration),
                new AnswerWords(event.questionnaire(), shell.language()).lines(shown, question -> true),
                secrets,
                attendees.party(registration),
                attendees.guardian(registration),
                form);
    }
}
