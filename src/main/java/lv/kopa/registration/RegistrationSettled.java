package lv.kopa.registration;

import lv.kopa.text.Refusal;

/** The registration is not, or no longer, in a state that allows this. */
public final class RegistrationSettled extends Refusal {
    private static final long serialVersionUID = 1L;

    public RegistrationSettled(String key) {
        super(key);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
