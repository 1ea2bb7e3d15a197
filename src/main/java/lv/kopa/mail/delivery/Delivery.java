package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.Packing;

/** One walk to the mail server with all the mail that is due. */
@Singleton
class Delivery {
    private final Claims claims;
    private final MailServer server;
    private final Packing packing;
    private final Notes notes;
    private final PostmanSettings settings;
    private final StopSignal stop;

    Delivery(
            Claims claims, MailServer server, Packing packing, Notes notes, PostmanSettings settings, StopSignal stop) {
        this.claims = claims;
        this.server = server;
        this.packing = packing;
        this.notes = notes;
        this.settings = settings;
        this.stop = stop;
    }

    /** Calls the mail server before any mail is claimed, so that nothing happens to mail while it is away. */
    void deliverAll() throws NoConnection {
        claims.giveBack(); // what the last walk could not, if the database was away
        if (!claims.anyDue()) {
            return;
        }
        try (Line line = new Line(server, settings.mailsPerConnection())) {
            line.open();
            List<Long> batch = claims.claim();
            while (!batch.isEmpty() && !stop.isGiven()) {
                deliver(batch, line);
                batch = stop.isGiven() ? List.of() : claims.claim();
            }
        } catch (NoConnection e) {
            notes.outage();
            throw e;
        } finally {
            claims.giveBack();
        }
    }

    private void deliver(List<Long> batch, Line line) throws NoConnection {
        for (long id : batch) {
            if (stop.isGiven()) {
                return;
            }
            line.open();
            OutboxRow row = claims.take(id).orElse(null);
            if (row != null) {
                notes.write(row, line.send(row, () -> packing.unpack(row)));
            }
        }
    }
}
