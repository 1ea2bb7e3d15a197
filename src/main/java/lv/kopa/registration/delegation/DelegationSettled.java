package lv.kopa.registration.delegation;

import lv.kopa.text.Refusal;

/** It can no longer be changed: its date has come, or the organiser has taken it back. */
public final class DelegationSettled extends Refusal {
    private static final long serialVersionUID = 1L;

    DelegationSettled() {
        this("registration.delegation.settled");
    }

    private DelegationSettled(String key) {
        super(key);
    }

    /** There will be nothing to come to. */
    static DelegationSettled calledOff() {
        return new DelegationSettled("registration.called-off");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
