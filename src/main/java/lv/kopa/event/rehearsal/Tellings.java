package lv.kopa.event.rehearsal;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.mail.OutboxItem;

/** Who hears of a change of an event, for the organiser who makes it. */
@Singleton
public class Tellings {
    private static final int NAMED = 10;

    private final Outbox outbox;
    private final StillToTellRepository stillToTell;

    Tellings(Outbox outbox, StillToTellRepository stillToTell) {
        this.outbox = outbox;
        this.stillToTell = stillToTell;
    }

    /** Where what is written from now on begins. */
    public long now() {
        return outbox.newest();
    }

    /** How many mails about an event were written since then. */
    public long written(long since, long event) {
        return outbox.countSince(since, event);
    }

    /** The last of them. */
    List<OutboxItem> last(long since, long event) {
        return outbox.page(new OutboxFilter(null, event, null, null, null, NAMED)).items().stream()
                .filter(mail -> mail.id() > since)
                .toList();
    }

    /** How many people have yet to hear of what changed. */
    public long later(long event) {
        return stillToTell.of(event);
    }
}
