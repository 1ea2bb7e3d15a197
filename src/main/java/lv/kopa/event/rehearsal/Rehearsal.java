package lv.kopa.event.rehearsal;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.mail.OutboxItem;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.text.Language;

/**
 * Finds out who would be told what of a change: makes it, looks, and takes it back. What is foreseen this way is what
 * happens, whatever it is that follows from a change: places given, offers taken back, parts called off.
 */
@Singleton
public class Rehearsal {
    private final Announcements announcements;
    private final Tellings tellings;
    private final Tidings tidings;
    private final TransactionOperations<Connection> transactions;

    Rehearsal(
            Announcements announcements,
            Tellings tellings,
            Tidings tidings,
            TransactionOperations<Connection> transactions) {
        this.announcements = announcements;
        this.tellings = tellings;
        this.tidings = tidings;
        this.transactions = transactions;
    }

    /**
     * What a change of an event would lead to.
     *
     * @param version the one the organiser looked at
     * @throws lv.kopa.text.InvalidInput as making it would
     * @throws lv.kopa.event.EventStale as making it would
     */
    @UnitOfWork
    public Foreseen of(EventDetails before, int version, EventPlan plan, String actor, Language reader) {
        transactions.findTransactionStatus().orElseThrow().setRollbackOnly();
        long id = before.event().id();
        long now = tellings.now();
        EventDetails after = announcements.change(id, version, plan, actor);
        List<Fact> differences = tidings.of(before, after, reader);
        List<String> last =
                tellings.last(now, id).stream().map(Rehearsal::named).toList();
        return new Foreseen(
                differences, differences.isEmpty() ? 0 : tellings.later(id), tellings.written(now, id), last);
    }

    private static String named(OutboxItem mail) {
        return mail.toName() == null ? mail.subject() : mail.toName() + ": " + mail.subject();
    }
}
