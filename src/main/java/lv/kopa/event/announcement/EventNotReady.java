package lv.kopa.event.announcement;

import lv.kopa.text.Refusal;

/** The event's state does not allow this: it lacks something, or it is cancelled already. */
public final class EventNotReady extends Refusal {
    private static final long serialVersionUID = 1L;

    EventNotReady(String key) {
        super(key);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
