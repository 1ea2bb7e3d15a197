package lv.kopa.registration.own;

import lv.kopa.text.Refusal;

/** The registration can no longer be changed by its person. */
public final class ChangesClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    ChangesClosed() {
        super("registration.own.edit.late");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
