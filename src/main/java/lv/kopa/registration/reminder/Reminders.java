package lv.kopa.registration.reminder;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import lv.kopa.database.Duplicate;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.words.OwnWords;

/** When the people of an event are reminded. */
@Singleton
public class Reminders {
    static final int MOST = 20;

    /** What a new event begins with; its organiser can take them away. */
    private static final List<Offset> FIRST = List.of(
            new Offset(7, Offset.Unit.DAYS, Offset.Side.BEFORE_EVENT),
            new Offset(1, Offset.Unit.DAYS, Offset.Side.BEFORE_EVENT));

    private final ReminderRepository repository;
    private final OwnWords words;
    private final Audit audit;
    private final Clock clock;

    Reminders(ReminderRepository repository, OwnWords words, Audit audit, Clock clock) {
        this.repository = repository;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of an event in the order in which they come. */
    public List<Reminder> of(EventDetails event) {
        return repository.of(event.event().id()).stream()
                .sorted(Comparator.comparing((Reminder reminder) -> !reminder.isBefore())
                        .thenComparing(reminder -> reminder.moments(event).stream()
                                .map(moment -> moment.due().toInstant())
                                .findFirst()
                                .orElse(Instant.MAX)))
                .toList();
    }

    List<MomentRow> moments(Collection<Reminder> reminders) {
        return reminders.isEmpty()
                ? List.of()
                : repository.moments(reminders.stream().map(Reminder::id).toList());
    }

    /** Events from before there were reminders get none, so that nobody is written to whom nobody wanted written to. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void drafted(Deed deed) {
        if (deed.subject().equals("event") && deed.deed().equals("drafted")) {
            FIRST.forEach(offset -> repository.save(Reminder.of(deed.subjectId(), offset, now())));
        }
    }

    /** Instead of what a new event begins with; in the same words, where these go along too. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void copied(EventCopied copy) {
        if (!copy.parts().contains(EventPart.REMINDERS)) {
            return;
        }
        long event = copy.to().id();
        repository.of(event).forEach(first -> repository.remove(event, first.id()));
        for (Reminder reminder : repository.of(copy.from().id())) {
            Reminder again = repository.save(Reminder.of(event, reminder.offset(), now()));
            if (copy.parts().contains(EventPart.MAIL_TEXTS)) {
                words.copy(copy, reminder.wordsKey(), again.wordsKey());
            }
        }
    }

    /**
     * Adds one.
     *
     * @return false if there is such a one already
     */
    @UnitOfWork
    boolean add(EventDetails event, Offset offset, String actor) {
        long id = event.event().id();
        try {
            Reminder added = repository.save(Reminder.of(id, offset, now()));
            audit.record(new Deed(actor, "event", id, "reminder-added", Long.toString(added.id())));
            return true;
        } catch (DataAccessException e) {
            if (Duplicate.isBehind(e, "event_reminder_once")) {
                return false;
            }
            throw e;
        }
    }

    /** Takes one away; nothing happens where that was done before. */
    @UnitOfWork
    void remove(EventDetails event, long id, String actor) {
        if (repository.find(event.event().id(), id).isPresent()) {
            repository.removeMoments(id);
            repository.remove(event.event().id(), id);
            audit.record(new Deed(actor, "event", event.event().id(), "reminder-removed", Long.toString(id)));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
