package lv.kopa.mail.delivery;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.MailState;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.RestingAddresses;
import lv.kopa.mail.Turn;
import lv.kopa.mail.delivery.MailServer.Route;
import lv.kopa.mail.server.ServerOutages;

/** The mails that this server, and no other, may send. */
@Singleton
class Claims {
    /** Every so many claims mail that can wait goes first. */
    static final int TURN_OF_BULK = 10;

    /** Every so many claims news of events go first. */
    static final int TURN_OF_EVENTS = 3;

    private final ClaimRepository repository;
    private final PostmanSettings settings;
    private final String ownHost;
    private final RestingAddresses resting;
    private final Clock clock;
    private final String server = UUID.randomUUID().toString();
    private final Map<Long, Integer> claims = new ConcurrentHashMap<>();
    private final Set<Long> held = ConcurrentHashMap.newKeySet();

    Claims(
            ClaimRepository repository,
            PostmanSettings settings,
            MailServers servers,
            RestingAddresses resting,
            Clock clock) {
        this.repository = repository;
        this.settings = settings;
        this.ownHost = servers.ownHost();
        this.resting = resting;
        this.clock = clock;
    }

    /**
     * A mail server that there is mail for.
     *
     * @param organisation whose own it is, or {@link ServerOutages#INSTALLATION}
     */
    @Introspected
    record Due(long organisation, int version) {}

    /** The organisations with servers of their own that there is mail for. */
    List<Due> due() {
        return repository.ownServersWithMail(clock.instant());
    }

    /** Whether there is mail for the server of the installation. */
    boolean anyDue() {
        return repository.anyDue(clock.instant());
    }

    /**
     * Claims mails that are due, first those that a server has left lying. Under READ COMMITTED, since the gaps that
     * stricter levels lock are where registrations put new mail.
     */
    @Transactional(isolation = Isolation.READ_COMMITTED)
    List<Long> claim(Route route) {
        Instant now = clock.instant();
        return route.isLimited() ? claimAtPace(route, now) : claim(route, settings.batch(), now);
    }

    private List<Long> claimAtPace(Route route, Instant now) {
        Pace pace = Pace.of(route.perMinute());
        repository.beginPace(route.organisation());
        Instant usedUntil = repository.lockPace(route.organisation()).orElse(null);
        List<Long> ids = claim(route, Math.min(settings.batch(), pace.allowed(usedUntil, now)), now);
        repository.keepPace(route.organisation(), pace.after(usedUntil, now, ids.size()));
        return ids;
    }

    private List<Long> claim(Route route, int most, Instant now) {
        List<Long> ids = most == 0 || !isOpen(route) ? List.of() : lock(route, most, now);
        if (!ids.isEmpty()) {
            repository.claim(ids, server, now.plus(settings.lease()), ownHost);
            held.addAll(ids);
        }
        return ids;
    }

    /** Whether mail still goes this way; a long walk to a server outlives its settings. */
    private boolean isOpen(Route route) {
        return !route.isOwn() || repository.isCurrent(route.organisation(), route.version());
    }

    private List<Long> lock(Route route, int most, Instant now) {
        long organisation = route.organisation();
        List<Long> ids = new ArrayList<>(
                route.isOwn()
                        ? repository.lockAbandonedOf(organisation, now, most)
                        : repository.lockAbandoned(now, most));
        for (Turn turn : order(claims.merge(organisation, 1, Integer::sum))) {
            int more = most - ids.size();
            if (more > 0) {
                ids.addAll(
                        route.isOwn()
                                ? repository.lockDueOf(organisation, turn.number(), now, more)
                                : repository.lockDue(turn.number(), now, more));
            }
        }
        return ids;
    }

    /** What somebody may be waiting for goes before what is written to many; but these are first at times, lest they never go. */
    private static List<Turn> order(int claim) {
        if (claim % TURN_OF_BULK == 0) {
            return List.of(Turn.BULK, Turn.OWN, Turn.EVENT);
        }
        return claim % TURN_OF_EVENTS == 0
                ? List.of(Turn.EVENT, Turn.OWN, Turn.BULK)
                : List.of(Turn.OWN, Turn.EVENT, Turn.BULK);
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
        forget(row.number());
        held.remove(row.number());
    }

    /** Says that this server is alive; often enough, no other takes what it is slow with. */
    void renew() {
        if (!held.isEmpty()) {
            repository.renew(List.copyOf(held), server, clock.instant().plus(settings.lease()));
        }
    }

    @UnitOfWork
    void sent(long id, String answer, MailServer by) {
        repository.sent(
                id, clock.instant(), answer, by.door().host(), by.route().isOwn());
        forget(id);
        held.remove(id);
    }

    @UnitOfWork
    void postponed(long id, Duration wait, Answer answer, MailServer by) {
        unsent(id, MailState.WAITING, 1, clock.instant().plus(wait), answer, by);
    }

    /** Lets others go before a mail that is as it was. */
    @UnitOfWork
    void behind(long id, Duration wait, Answer answer, MailServer by) {
        unsent(id, MailState.WAITING, 0, clock.instant().plus(wait), answer, by);
    }

    @UnitOfWork
    void failed(long id, Answer answer, MailServer by) {
        unsent(id, MailState.FAILED, 1, clock.instant(), answer, by);
    }

    private void unsent(long id, MailState state, int tries, Instant next, Answer answer, MailServer by) {
        repository.unsent(
                id,
                server,
                state,
                tries,
                next,
                answer.words(),
                by.door().host(),
                by.route().isOwn());
        forget(id);
        held.remove(id);
    }

    /** Leaves nothing in a mail that was to be forgotten when it is done, nor of an answer or a list with it. */
    private void forget(long id) {
        Optional<String> parcel = repository.parcelToForget(id);
        repository.eraseDone(id);
        parcel.ifPresent(repository::forgetParcel);
    }

    /** Leaves to others what has not been sent; where the database is away, they get it when the lease is over. */
    void giveBack(Collection<Long> ids) {
        List<Long> unsent = ids.stream().filter(held::contains).toList();
        held.removeAll(unsent);
        if (!unsent.isEmpty()) {
            repository.giveBack(unsent, server);
        }
    }
}
