package lv.kopa.mail;

import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.kopa.database.Duplicate;
import lv.kopa.database.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Where mail is put, and waits until the mail server has taken it. */
@Singleton
public class Outbox {
    private static final int MOST_MESSAGES = 100;

    /** So long after what is held back there goes what is not to pass it, lest both be claimed together. */
    private static final Duration BEHIND = Duration.ofMinutes(1);

    private final OutboxRepository repository;
    private final Packing packing;
    private final ApplicationEventPublisher<MailPut> publisher;
    private final RestingAddresses resting;
    private final Clock clock;

    Outbox(
            OutboxRepository repository,
            Packing packing,
            ApplicationEventPublisher<MailPut> publisher,
            RestingAddresses resting,
            Clock clock) {
        this.repository = repository;
        this.packing = packing;
        this.resting = resting;
        this.publisher = publisher;
        this.clock = clock;
    }

    /**
     * Sends the mail if, and only if, the running transaction commits. There must be one. What is addressed to nobody
     * is kept to be read, and stopped. Mails about one registration keep their order, whatever their turns.
     *
     * @return false, and nothing is done, if a mail of this key was put before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean put(Mail mail) {
        try {
            repository.save(packing.pack(inOrder(mail), clock.instant()));
        } catch (DataAccessException e) {
            if (Duplicate.isBehind(e, "mail_outbox_key")) {
                return false;
            }
            throw e;
        }
        putBehindHeld(mail);
        publisher.publishEvent(new MailPut());
        return true;
    }

    /**
     * News that wait go along with what their person is told next, and do not pass what was told before: calendars would
     * be told the older after the newer. What can wait does nothing to calendars.
     */
    private Mail inOrder(Mail mail) {
        String registration = mail.about().registration();
        if (registration == null || mail.turn() == Turn.BULK) {
            return mail;
        }
        release(registration);
        if (mail.turn() == Turn.EVENT) {
            return waiting(registration, Turn.OWN).isEmpty() ? mail : mail.in(Turn.OWN);
        }
        List<Long> news = waiting(registration, Turn.EVENT);
        if (!news.isEmpty()) {
            repository.turn(news, Turn.OWN.number());
        }
        return mail;
    }

    /** What is held back about a registration goes before what is put now. */
    private void release(String registration) {
        Instant now = clock.instant();
        List<Long> held = repository.held(registration, now);
        if (!held.isEmpty()) {
            repository.release(held, now);
        }
    }

    /** What can wait does not send what is held back, nor pass it. */
    private void putBehindHeld(Mail mail) {
        String registration = mail.about().registration();
        if (registration != null && mail.turn() == Turn.BULK) {
            repository
                    .heldUntil(registration, clock.instant())
                    .ifPresent(until -> repository.putOff(mail.key(), until.plus(BEHIND)));
        }
    }

    private List<Long> waiting(String registration, Turn turn) {
        return repository.waiting(registration, turn.number());
    }

    /** As {@link #put}, and leaves nothing of the person in the mail once it has been sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putToForget(Mail mail) {
        if (put(mail)) {
            repository.forgetWhenDone(mail.key());
        }
    }

    /**
     * Keeps all that is not sent yet, of the mails whose keys begin so, from being sent. A mail that a server is just
     * bringing away may be taken all the same, and is sent then.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopKeys(String start) {
        repository.stopKeys(start);
        repository.eraseDoneKeys(start);
    }

    /** Sends mails, none of whose keys was put before, if and only if the running transaction commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void putNew(List<Mail> mails) {
        Instant now = clock.instant();
        repository.saveAll(mails.stream().map(mail -> packing.pack(mail, now)).toList());
        publisher.publishEvent(new MailPut());
    }

    /** Takes all mails about a registration, named by its reference, out again that the running transaction has put. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(String registration) {
        repository.takeBack(registration);
    }

    /**
     * Keeps what was put about registrations, named by their references, after the mail of an id from being sent before
     * an instant: so long it can be {@link #recall}ed. What is put about one of them meanwhile sends it at once, but for
     * what can wait: that goes after it.
     *
     * @param cause the id of what it is held back for
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long cause, Collection<String> registrations, long newest, Instant until) {
        if (!registrations.isEmpty()) {
            repository.hold(cause, registrations, newest, until, Turn.BULK.number());
        }
    }

    /**
     * Takes what is held back for a cause about a registration, named by its reference, out again, as if it had never been
     * written. What was put meanwhile besides stays.
     *
     * @return false, and nothing is done, where some of it was let go, or a server may have seen it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean recall(String registration, long cause) {
        Instant now = clock.instant();
        List<OutboxRepository.Held> mails = repository.lockHeld(registration, cause);
        if (mails.stream().anyMatch(mail -> !mail.isUnseen(now))) {
            return false;
        }
        if (!mails.isEmpty()) {
            repository.remove(mails.stream().map(OutboxRepository.Held::id).toList());
        }
        return true;
    }

    /** Whether a mail of this key was put before. */
    public boolean knows(String key) {
        return repository.existsByMailKey(key);
    }

    /** How many mails were put whose keys begin so. */
    public long count(String start) {
        return repository.countKeys(start);
    }

    /** The newest mail about a registration, named by its reference, that came back from an address, or was not sent to it any more. */
    public Optional<OutboxItem> unreached(String registration, String address) {
        return repository.unreached(registration, address);
    }

    /** What a server said of the newest mail about a registration that came back from an address; "" where none did. */
    public String refusal(String registration, String address) {
        return repository.refusal(registration, address).orElse("");
    }

    /** What was written to an address about a registration, named by its reference; the newest first. */
    public List<Message> about(String registration, String address) {
        return repository.about(registration, address, MOST_MESSAGES).stream()
                .map(row -> new Message(row.item(), packing.wording(row)))
                .toList();
    }

    /** What became of so many of the mails about a registration, named by its reference; the newest first. */
    public List<OutboxItem> about(String registration, int most) {
        return repository.about(registration, most);
    }

    /** Stops what waits to be sent to an address about a registration, named by its reference, but for mails of one kind. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stopAbout(String registration, String address, String kept) {
        repository.stopAbout(registration, address, kept);
    }

    /**
     * Leaves nothing of the person in what was written about a registration, named by its reference. What still waits
     * to be sent is sent first.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void erase(String registration) {
        repository.eraseWhenDone(registration);
        repository.eraseDone(registration);
    }

    /** The same in all mails whose keys begin so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void eraseKeys(String start) {
        repository.eraseKeysWhenDone(start);
        repository.eraseDoneKeys(start);
    }

    public Optional<OutboxMail> find(long id) {
        return repository.findById(id).map(row -> new OutboxMail(row.item(), packing.unpack(row)));
    }

    /** What became of a mail. */
    public Optional<OutboxItem> item(long id) {
        return repository.item(id);
    }

    /** The id of the newest mail; 0 where there is none. */
    public long newest() {
        return repository.newest();
    }

    /** How many mails about an event are newer than the mail of an id. */
    public long countSince(long newest, long event) {
        return repository.countSince(newest, event);
    }

    public OutboxPage page(OutboxFilter filter) {
        List<OutboxItem> found = rows(filter, filter.size() + 1);
        boolean last = found.size() <= filter.size();
        List<OutboxItem> items = last ? found : List.copyOf(found.subList(0, filter.size()));
        return new OutboxPage(items, last ? null : items.get(items.size() - 1).id());
    }

    /**
     * How many mails are in each state.
     *
     * @param organisations whose, by id; null for everybody's
     */
    public Map<MailState, Long> counts(@Nullable Set<Long> organisations) {
        return counts(organisations, null);
    }

    /**
     * How many mails stand where.
     *
     * @param organisations whose, by id
     * @param event about which, by id; null for any
     */
    public Map<MailStage, Long> stages(Set<Long> organisations, @Nullable Long event) {
        Map<MailState, Long> counts = counts(organisations, event);
        long retried = organisations.isEmpty() ? 0 : repository.retried(organisations, event);
        Map<MailStage, Long> stages = new EnumMap<>(MailStage.class);
        for (MailStage stage : MailStage.values()) {
            stages.put(stage, counts.getOrDefault(stage.state(), 0L));
        }
        stages.put(MailStage.RETRY, retried);
        stages.merge(MailStage.WAITING, -retried, (all, less) -> Math.max(0, all + less));
        return stages;
    }

    private Map<MailState, Long> counts(@Nullable Set<Long> organisations, @Nullable Long event) {
        Map<MailState, Long> counts = new EnumMap<>(MailState.class);
        for (MailState state : MailState.values()) {
            counts.put(state, 0L);
        }
        countsOf(organisations, event).forEach(count -> counts.put(count.state(), count.mails()));
        return counts;
    }

    /**
     * Has a mail tried at once, with as much patience as a new one, and other mail to its address too from now on.
     *
     * @return false if it is sent or being sent, is addressed to nobody, or there is none
     */
    @UnitOfWork
    public boolean retry(long id) {
        boolean retried = repository.retry(id, clock.instant()) == 1;
        if (retried) {
            item(id).flatMap(mail -> EmailAddress.parse(mail.toAddress())).ifPresent(resting::wake);
        }
        publisher.publishEvent(new MailPut());
        return retried;
    }

    /**
     * Keeps a mail from being sent.
     *
     * @return false if it is sent or being sent, or there is none
     */
    @UnitOfWork
    public boolean stop(long id) {
        boolean stopped = repository.stop(id) == 1;
        Optional<String> parcel = repository.parcelOfStopped(id);
        repository.eraseStopped(id);
        parcel.ifPresent(repository::forgetParcel);
        return stopped;
    }

    private List<OutboxItem> rows(OutboxFilter filter, int size) {
        Set<Long> organisations = filter.organisations();
        if (organisations == null) {
            return repository.page(
                    filter.event(), filter.state(), filter.tried(), filter.pattern(), filter.before(), size);
        }
        return organisations.isEmpty()
                ? List.of()
                : repository.page(
                        organisations,
                        filter.event(),
                        filter.state(),
                        filter.tried(),
                        filter.pattern(),
                        filter.before(),
                        size);
    }

    private List<StateCount> countsOf(@Nullable Set<Long> organisations, @Nullable Long event) {
        if (organisations == null) {
            return repository.counts(event);
        }
        return organisations.isEmpty() ? List.of() : repository.counts(organisations, event);
    }
}
