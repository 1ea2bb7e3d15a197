package lv.kopa.registration;

import lv.kopa.text.Refusal;
import lv.kopa.text.Sentence;

/** The event takes no registrations now, or none of this kind. */
public final class RegistrationClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    RegistrationClosed(Sentence why) {
        super(why.key(), why.arguments().toArray());
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
