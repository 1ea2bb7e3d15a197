package lv.kopa.event;

import lv.kopa.text.Refusal;

/** Somebody else changed the event after this reader had looked at it. */
public final class EventStale extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventStale() {
        super("event.stale");
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }
}
