package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;
import lv.kopa.database.UnitOfWork;

/** Sees to it that one of our servers at a time looks into the mailbox, and that each mail is read once. */
@Singleton
@UnitOfWork
class Turns {
    /** What was moved away does not come back; what could not be moved is known by its number for so long. */
    private static final Period REMEMBERED = Period.ofYears(1);

    private final InboxRepository repository;
    private final InboxSettings settings;
    private final Clock clock;
    private final String server = UUID.randomUUID().toString();

    Turns(InboxRepository repository, InboxSettings settings, Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether it is our turn, from now on for as long as the lease is. */
    boolean take() {
        Instant now = clock.instant();
        repository.know(settings.name(), server, now);
        return repository.take(settings.name(), server, now.plus(settings.lease()), now) == 1;
    }

    /** Lets others look. */
    void leave() {
        Instant now = clock.instant();
        repository.leave(settings.name(), server, now);
        repository.forget(now.atOffset(ZoneOffset.UTC).minus(REMEMBERED).toInstant());
    }

    boolean isRead(Place place) {
        return repository.isRead(place.mailbox(), place.validity(), place.uid());
    }

    /** Notes that a mail was read; false where that was noted before. */
    boolean note(Place place) {
        return repository.read(place.mailbox(), place.validity(), place.uid(), clock.instant()) == 1;
    }
}
