package lv.kopa.registration.attendees;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Answers;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerWords;
import lv.kopa.registration.selection.Selection;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Puts together what an organiser sees of one registration. */
@Singleton
class AttendeePages {
    private final Attendees attendees;
    private final Registrations registrations;
    private final Events events;
    private final AnswerBook answers;
    private final Reach reach;
    private final Selection selection;
    private final Dealings dealings;
    private final Clock clock;

    AttendeePages(Attendees attendees, Registrations registrations, Events events, Papers papers, Clock clock) {
        this.attendees = attendees;
        this.registrations = registrations;
        this.events = events;
        this.answers = papers.answers();
        this.reach = papers.reach();
        this.selection = papers.selection();
        this.dealings = papers.dealings();
        this.clock = clock;
    }

    /** What is kept of people besides where they stand. */
    @Singleton
    record Papers(AnswerBook answers, Reach reach, Selection selection, Dealings dealings) {}

    /** As anybody of the team may see it. */
    AttendeePage of(Shell shell, Registration registration, Form form) {
        EventDetails event = events.get(registration.eventId());
        Answers open = answers.open(List.of(registration.id()), event.questionnaire())
                .getOrDefault(registration.id(), Answers.none());
        return of(shell, registration, event, open, answers.hasSecrets(registration.id()), form);
    }

    /** With these answers. */
    AttendeePage of(
            Shell shell, Registration registration, EventDetails event, Answers shown, boolean secrets, Form form) {
        return new AttendeePage(
                shell,
                new EventView(shell, event, clock.instant()),
                registration,
                registrations.chosenSessions(registration),
                registrations.position(registration),
                attendees.others(registration),
                Optional.ofNullable(
                        attendees.offered(List.of(registration.id())).get(registration.id())),
                attendees.confirmBy(registration),
                attendees.turns(List.of(registration.id()), event).getOrDefault(registration.id(), List.of()),
                new AnswerWords(event.questionnaire(), shell.language()).lines(shown, question -> true),
                secrets,
                attendees.party(registration),
                attendees.delegation(registration),
                attendees.guardian(registration),
                reach.unreached(registration),
                selection.of(registration),
                dealings.with(registration),
                form);
    }
}
