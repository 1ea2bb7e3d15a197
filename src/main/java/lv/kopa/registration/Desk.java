package lv.kopa.registration;

import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import lv.kopa.database.Gathering;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Registering.Arrival;
import lv.kopa.registration.wish.Applicant;

/** Where people register: those who come at the same moment and simply get a place together, everybody else alone. */
@Singleton
class Desk {
    private final Registering registering;
    private final TransactionOperations<Connection> transactions;
    private final Gathering<Arrival, Outcome.Registered> gathering;

    Desk(Registering registering, TransactionOperations<Connection> transactions) {
        this.registering = registering;
        this.transactions = transactions;
        this.gathering =
                new Gathering<>("desk", Arrival::eventId, registering::registerTogether, registering::register);
    }

    /** As {@link Registering#register}. */
    Outcome.Registered register(EventDetails event, Applicant applicant) {
        Arrival arrival = new Arrival(event, applicant);
        return arrival.isPlain() && transactions.findTransactionStatus().isEmpty()
                ? gathering.ask(arrival)
                : registering.register(arrival);
    }

    @PreDestroy
    void close() {
        gathering.close();
    }
}
