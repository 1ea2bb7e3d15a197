package lv.kopa.mail.delivery;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.RestingAddresses;
import lv.kopa.mail.delivery.MailServer.Route;

/** Looks for mail that waits and sends it, without a word to the other server; for two servers that look at once. */
@Singleton
@Replaces(Claims.class)
@Requires(property = "test.careless")
class CarelessClaims extends Claims {
    private static final CyclicBarrier BOTH_HAVE_LOOKED = new CyclicBarrier(2);
    private final CarelessRepository outbox;
    private final ClaimRepository repository;
    private boolean done;

    CarelessClaims(
            CarelessRepository outbox,
            ClaimRepository repository,
            PostmanSettings settings,
            MailServers servers,
            RestingAddresses resting,
            Clock clock) {
        super(repository, settings, servers, resting, clock);
        this.outbox = outbox;
        this.repository = repository;
    }

    @Override
    @UnitOfWork
    List<Long> claim(Route route) {
        if (done) {
            return List.of();
        }
        List<Long> ids = outbox.waiting();
        awaitTheOther();
        repository.claim(ids, "careless", java.time.Instant.now().plusSeconds(60), "kopa.example");
        done = true;
        return ids;
    }

    @Override
    Optional<OutboxRow> take(long id) {
        return outbox.findById(id);
    }

    private static void awaitTheOther() {
        try {
            BOTH_HAVE_LOOKED.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
