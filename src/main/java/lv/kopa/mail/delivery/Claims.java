package lv.kopa.mail.delivery;

import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.MailState;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.RestingAddresses;

/** The mails that this server, and no other, may send. */
@Singleton
class Claims {
    private final ClaimRepository repository;
    private final PostmanSettings settings;
    private final String ownHost;
    private final RestingAddresses resting;
    private final Clock clock;
    private final String server = UUID.randomUUID().toString();
    private final Set<Long> held = ConcurrentHashMap.newKeySet();

    Claims(
            ClaimRepository repository,
            PostmanSettings settings,
            MailServer mailServer,
            RestingAddresses resting,
            Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.ownHost = mailServer.ownHost();
        this.resting = resting;
        this.clock = clock;
    }

    boolean anyDue() {
        return repository.anyDue(clock.instant());
    }

    /**
     * Claims mails that are due, first those that a server has left lying. Under READ COMMITTED, since the gaps that
     * stricter levels lock are where registrations put new mail.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    List<Long> claim() {
        Instant now = clock.instant();
        List<Long> ids = new ArrayList<>(repository.lockAbandoned(now, settings.batch()));
        if (ids.size() < settings.batch()) {
            ids.addAll(repository.lockDue(now, settings.batch() - ids.size()));
        }
        if (!ids.isEmpty()) {
            repository.claim(ids, server, now.plus(settings.lease()), ownHost);
            held.addAll(ids);
        }
        return ids;
    }

    /** The mail, if it is still ours to send, and its address takes mail. */
    Optional<OutboxRow> take(long id) {
        return repository.claimed(id, server, clock.instant()).filter(this::isWelcome);
    }

    private boolean isWelcome(OutboxRow row) {
        boolean rests =
                EmailAddress.parse(row.toAddress()).filter(resting::rests).isPresent();
        if (rests) {
            rest(row);
        }
        return !rests;
    }

    @UnitOfWork
    void rest(OutboxRow row) {
        repository.rest(row.number(), server);
        repository.eraseDone(row.number());
        held.remove(row.number());
    }

    /** Says that this server is alive; often enough, no other takes what it is slow with. */
    void renew() {
        if (!held.isEmpty()) {
            repository.renew(List.copyOf(held), server, clock.instant().plus(settings.lease()));
        }
    }

    @UnitOfWork
    void sent(long id, String answer) {
        repository.sent(id, clock.instant(), answer);
        repository.eraseDone(id);
        held.remove(id);
    }

    @UnitOfWork
    void unsent(long id, MailState state, Instant next, String answer) {
        repository.unsent(id, server, state, next, answer);
        repository.eraseDone(id);
        held.remove(id);
    }

    /** Leaves to others what has not been sent. */
    void giveBack() {
        if (!held.isEmpty()) {
            repository.giveBack(List.copyOf(held), server);
            held.clear();
        }
    }
}
