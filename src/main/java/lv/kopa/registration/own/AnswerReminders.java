package lv.kopa.registration.own;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Answers;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.text.Dates;

/** Reminds people who have a place, once, some days before the deadline, of what they have yet to answer. */
@Singleton
class AnswerReminders {
    /** Who has a place since yesterday was told what to answer, and until when, in the mail about the place. */
    private static final Duration IN_PEACE = Duration.ofDays(1);

    private final ReminderRepository repository;
    private final Reminding reminding;
    private final Telling telling;
    private final Duration ahead;

    AnswerReminders(
            ReminderRepository repository,
            Reminding reminding,
            Telling telling,
            @Value("${kopa.answers.remind}") Duration ahead) {
        this.repository = repository;
        this.reminding = reminding;
        this.telling = telling;
        this.ahead = ahead;
    }

    /** Whatever was missed while no server ran is made up for. */
    @Scheduled(fixedDelay = "${kopa.answers.interval}", initialDelay = "${kopa.answers.interval}")
    void remind() {
        Instant now = telling.now();
        for (Registration registration : repository.unreminded(now, now.plus(ahead), now.minus(IN_PEACE))) {
            reminding.remind(registration);
        }
    }

    /** One person at a time, so that one failure is not that of all. */
    @Singleton
    @UnitOfWork
    static class Reminding {
        private final ReminderRepository repository;
        private final AnswerBook book;
        private final Turning turning;
        private final Telling telling;
        private final PersonalLinks links;

        Reminding(
                ReminderRepository repository, AnswerBook book, Turning turning, Telling telling, PersonalLinks links) {
            this.repository = repository;
            this.book = book;
            this.turning = turning;
            this.telling = telling;
            this.links = links;
        }

        void remind(Registration known) {
            Instant now = telling.now();
            if (repository.note(known.id(), now) == 0) {
                return; // another server was faster
            }
            Registration registration = turning.lock(known);
            EventDetails event = turning.event(registration.eventId());
            Answers given = book.of(registration.id(), event.questionnaire());
            Answerable answerable = new Answerable(registration, event, given, now);
            answerable
                    .until(answerable.missing())
                    .ifPresent(until ->
                            telling.news(event, registration, "answers-wanted", letter(event, registration, until)));
        }

        private Wording letter(EventDetails event, Registration registration, Instant until) {
            return new Letters.Draft(event, registration, "mail.answers-wanted")
                    .say(Dates.in(registration.reader())
                            .deadline(until, event.event().zone()))
                    .eventFact(repository.sessions(registration.id()))
                    .letter(links.renew(registration) + "/answers", "mail.answers-wanted.link");
        }
    }
}
