package lv.kopa.registration.api;

import lv.kopa.registration.Registration;
import lv.kopa.text.Refusal;

/** The person has a registration for the event; told only to those who may know. */
final class RegisteredAlready extends Refusal {
    private static final long serialVersionUID = 1L;

    RegisteredAlready(Registration existing) {
        super("registration.already", existing.reference());
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
