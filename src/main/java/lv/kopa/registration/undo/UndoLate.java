package lv.kopa.registration.undo;

import lv.kopa.text.Refusal;

/** What somebody gave up can no longer be taken back. */
public final class UndoLate extends Refusal {
    private static final long serialVersionUID = 1L;

    UndoLate() {
        super("registration.own.undo.late");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
