package lv.kopa.attendance;

import lv.kopa.text.Refusal;

/** There is no such session, or no such registration for its event, or this reader may not know of them. */
public final class UnknownAttendance extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownAttendance(String key) {
        super(key);
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
