package lv.kopa.registration.delegation;

import lv.kopa.text.Refusal;

/** It can no longer be changed: its date has come, or the organiser has taken it back. */
public final class DelegationSettled extends Refusal {
    private static final long serialVersionUID = 1L;

    DelegationSettled() {
        super("registration.delegation.settled");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
