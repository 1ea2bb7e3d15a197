package lv.kopa.registration.selection;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;

/** Finds out who of those chosen would have a place: decides on them, looks, and takes it back. */
@Singleton
class Foresight {
    private final Selection selection;
    private final TransactionOperations<Connection> transactions;

    Foresight(Selection selection, TransactionOperations<Connection> transactions) {
        this.selection = selection;
        this.transactions = transactions;
    }

    /**
     * The references of those who would have a place at once.
     *
     * @throws NotAllFit as deciding would
     * @throws NoteChanged as deciding would
     * @throws lv.kopa.registration.RegistrationSettled as deciding would
     */
    @UnitOfWork
    Set<String> seated(EventDetails event, List<Judgement> judgements, Selection.Verdict verdict, String actor) {
        transactions.findTransactionStatus().orElseThrow().setRollbackOnly();
        return selection.decide(event, judgements, verdict, actor);
    }
}
