package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.RestingAddresses;
import lv.kopa.mail.inbox.Bounce.Kind;
import lv.kopa.mail.inbox.BounceRepository.Sent;
import lv.kopa.mail.inbox.BounceRepository.Softly;

/**
 * Writes down what came back, and has an address rest that is dead: at once where its server says so, and where mail has
 * come back for other reasons again and again, for days.
 */
@Singleton
@UnitOfWork
class Bounces {
    private static final Duration LOOKED_BACK = Duration.ofDays(30);
    private static final Duration FOR_DAYS = Duration.ofDays(2);
    private static final int OFTEN = 3;

    private final BounceRepository repository;
    private final RestingAddresses resting;
    private final Clock clock;

    Bounces(BounceRepository repository, RestingAddresses resting, Clock clock) {
        this.repository = repository;
        this.resting = resting;
        this.clock = clock;
    }

    void note(Bounce bounce) {
        repository.sent(bounce.mail()).ifPresent(sent -> note(bounce, sent));
    }

    private void note(Bounce bounce, Sent sent) {
        Optional<EmailAddress> reader = EmailAddress.parse(sent.toAddress()).filter(address -> !address.isNobodys());
        if (reader.isEmpty()) {
            noteOfForgotten(bounce);
        } else if (Boolean.TRUE.equals(sent.ownServer())) {
            noteAtTheMail(bounce);
        } else {
            note(bounce, reader.get());
        }
    }

    private void note(Bounce bounce, EmailAddress address) {
        String hash = RestingAddresses.hash(address);
        if (repository.note(bounce.mail(), bounce.kind(), hash, clock.instant()) == 0) {
            return;
        }
        noteAtTheMail(bounce);
        if (bounce.kind() == Kind.HARD || (bounce.kind() == Kind.SOFT && isDeadByNow(hash))) {
            resting.rest(address);
        }
    }

    /** All there is of a mail that went through the server of an organisation's own, which must not silence others. */
    private void noteAtTheMail(Bounce bounce) {
        switch (bounce.kind()) {
            case HARD, SOFT -> repository.returned(bounce.mail(), bounce.words());
            case DELAYED, COMPLAINT -> repository.answered(bounce.mail(), bounce.words());
        }
    }

    /** Of a mail in which nothing of the person is left, nor shall be. */
    private void noteOfForgotten(Bounce bounce) {
        if (bounce.kind() == Kind.HARD || bounce.kind() == Kind.SOFT) {
            repository.returned(bounce.mail(), "");
        }
    }

    private boolean isDeadByNow(String hash) {
        Softly softly = repository.softly(hash, clock.instant().minus(LOOKED_BACK));
        Instant first = softly.first();
        return softly.times() >= OFTEN
                && Optional.ofNullable(first)
                        .filter(since -> !since.plus(FOR_DAYS).isAfter(clock.instant()))
                        .isPresent();
    }
}
