package lv.kopa.registration;

import lv.kopa.text.Refusal;

/** There is no such registration, or this reader may not know of it. */
public final class UnknownRegistration extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownRegistration() {
        super("registration.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
