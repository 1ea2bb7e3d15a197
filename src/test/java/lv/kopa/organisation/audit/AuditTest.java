package lv.kopa.organisation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.exceptions.IllegalTransactionStateException;
import java.sql.Connection;
import lv.kopa.database.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class AuditTest {
    private static final ApplicationContext CONTEXT =
            ApplicationContext.run(TestDatabase.fresh().settings());
    private final Audit audit = CONTEXT.getBean(Audit.class);

    @SuppressWarnings("unchecked")
    private final TransactionOperations<Connection> transactions = CONTEXT.getBean(TransactionOperations.class);

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Test
    void theLatestDeedIsToldFirst() {
        transactions.executeWrite(status -> {
            audit.record(new Deed("person:1", "event", 7, "published"));
            audit.record(new Deed(Deed.PARTICIPANT, "event", 7, "registered", "K7R2M9QX"));
            audit.record(new Deed("person:1", "event", 8, "published"));
            return status;
        });

        assertThat(audit.of("event", 7))
                .extracting(entry -> entry.actor() + " " + entry.deed() + " " + entry.detail())
                .containsExactly("participant registered K7R2M9QX", "person:1 published null");
    }

    @Test
    void aDeedThatIsUndoneWasNeverDone() {
        transactions.executeWrite(status -> {
            audit.record(new Deed(Deed.SYSTEM, "event", 9, "cancelled"));
            status.setRollbackOnly();
            return status;
        });

        assertThat(audit.of("event", 9)).isEmpty();
    }

    @Test
    void nothingIsRecordedOutsideTheTransactionThatDoesIt() {
        assertThatThrownBy(() -> audit.record(new Deed(Deed.SYSTEM, "event", 10, "cancelled")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }
}
