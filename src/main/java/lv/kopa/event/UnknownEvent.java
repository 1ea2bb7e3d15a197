package lv.kopa.event;

import lv.kopa.text.Refusal;

/** There is no such event, or this reader may not know of it. */
public final class UnknownEvent extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownEvent() {
        super("event.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
