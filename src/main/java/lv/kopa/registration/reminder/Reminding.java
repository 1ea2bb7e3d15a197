package lv.kopa.registration.reminder;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reminds the people of an event, and remembers that it was done. */
@Singleton
class Reminding {
    private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);

    /** Who was reminded of a start is reminded again if it lies at least that much later than they were told. */
    private static final Duration LATER = Duration.ofDays(1);

    private final GuestRepository guests;
    private final ReminderMail mail;
    private final Progress progress;

    Reminding(GuestRepository guests, ReminderMail mail, Progress progress) {
        this.guests = guests;
        this.mail = mail;
        this.progress = progress;
    }

    /** Whether a moment speaks of so much later a time than people were reminded of that they need it again. */
    static boolean isLater(Moment moment, Instant told) {
        return !told.isAfter(moment.about().toInstant().minus(LATER));
    }

    /** One person at a time, so that one failure is not that of all; who was reminded before is passed over. */
    void remind(EventDetails event, Moment moment) {
        Optional<Instant> open = progress.begin(moment);
        if (open.isEmpty()) {
            return;
        }
        boolean all = true;
        List<Registration> people = next(event, moment, 0);
        while (!people.isEmpty()) {
            for (Registration person : people) {
                all &= isReminded(moment, open.get(), person);
            }
            people = next(event, moment, people.get(people.size() - 1).id());
        }
        if (all) {
            progress.end(moment, open.get());
        }
    }

    private boolean isReminded(Moment moment, Instant about, Registration person) {
        try {
            mail.remind(moment, about, person);
            return true;
        } catch (RuntimeException fault) {
            LOG.warn("Somebody could not be reminded; it is tried again", fault);
            return false;
        }
    }

    private List<Registration> next(EventDetails event, Moment moment, long after) {
        return guests.expected(
                event.event().id(), moment.sessionId(), moment.due().toInstant(), after);
    }

    /** How far the reminding of a moment is. */
    @Singleton
    @UnitOfWork
    static class Progress {
        private final ReminderRepository repository;
        private final Clock clock;

        Progress(ReminderRepository repository, Clock clock) {
            this.repository = repository;
            this.clock = clock;
        }

        /** What the mails of it are about, as they are known by; nothing where everybody was reminded. */
        Optional<Instant> begin(Moment moment) {
            long reminder = moment.reminder().id();
            Instant about = moment.about().toInstant();
            repository.begin(reminder, moment.sessionId(), about);
            repository.beginAgain(reminder, moment.sessionId(), about, about.minus(LATER));
            return repository.moments(List.of(reminder)).stream()
                    .filter(row -> row.sessionId() == moment.sessionId() && row.doneAt() == null)
                    .map(MomentRow::aboutAt)
                    .findFirst();
        }

        void end(Moment moment, Instant about) {
            repository.end(moment.reminder().id(), moment.sessionId(), about, clock.instant());
        }
    }
}
