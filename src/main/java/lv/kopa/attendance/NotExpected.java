package lv.kopa.attendance;

import lv.kopa.text.Refusal;

/** Nobody can have been there: the person has no place, or the session does not take place. */
public final class NotExpected extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotExpected(String key) {
        super(key);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
