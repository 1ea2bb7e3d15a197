package lv.kopa.registration.own;

import lv.kopa.text.Refusal;

/** The registration can no longer be changed by its person, or nothing be answered any longer. */
public final class ChangesClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    ChangesClosed() {
        super("registration.own.edit.late");
    }

    private ChangesClosed(String why) {
        super(why);
    }

    static ChangesClosed forAnswers() {
        return new ChangesClosed("registration.own.answers.late");
    }

    /** There will be nothing to come to. */
    static ChangesClosed calledOff() {
        return new ChangesClosed("registration.called-off");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
