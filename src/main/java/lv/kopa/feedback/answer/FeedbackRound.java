package lv.kopa.feedback.answer;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.feedback.Feedbacks;
import lv.kopa.feedback.Terms;
import lv.kopa.registration.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for events whose people are to be asked by now what they think. */
@Singleton
class FeedbackRound {
    private static final Logger LOG = LoggerFactory.getLogger(FeedbackRound.class);

    private final Feedbacks feedbacks;
    private final AnswerRepository repository;
    private final Events events;
    private final FeedbackMail mail;

    FeedbackRound(Feedbacks feedbacks, AnswerRepository repository, Events events, FeedbackMail mail) {
        this.feedbacks = feedbacks;
        this.repository = repository;
        this.events = events;
        this.mail = mail;
    }

    @Scheduled(fixedDelay = "${kopa.reminders.interval}", initialDelay = "${kopa.reminders.interval}")
    void go() {
        for (Terms terms : feedbacks.due()) {
            try {
                ask(terms);
            } catch (RuntimeException fault) {
                LOG.warn("Event {}: nobody could be asked for feedback; it is tried again", terms.eventId(), fault);
            }
        }
    }

    /** One person at a time, so that one failure is not that of all; who was asked before is passed over. */
    private void ask(Terms terms) {
        EventDetails event = events.get(terms.eventId());
        boolean all = true;
        List<Registration> people = repository.asked(terms.eventId(), 0);
        while (!people.isEmpty()) {
            for (Registration person : people) {
                all &= isAsked(event, person, terms);
            }
            people = repository.asked(
                    terms.eventId(), people.get(people.size() - 1).id());
        }
        if (all) {
            feedbacks.mailed(terms);
        }
    }

    private boolean isAsked(EventDetails event, Registration person, Terms terms) {
        try {
            mail.ask(event, person, terms);
            return true;
        } catch (RuntimeException fault) {
            LOG.warn("Somebody could not be asked for feedback; it is tried again", fault);
            return false;
        }
    }
}
