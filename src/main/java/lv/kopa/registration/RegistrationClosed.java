package lv.kopa.registration;

import lv.kopa.text.Refusal;
import lv.kopa.text.Sentence;

/** The event takes no registrations now, or none of this kind. */
public final class RegistrationClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    public RegistrationClosed(Sentence why) {
        super(why.key(), why.arguments().toArray());
    }

    /** Neither a place nor a waiting list. */
    static RegistrationClosed full() {
        return new RegistrationClosed(Sentence.of("registration.closed.full"));
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
