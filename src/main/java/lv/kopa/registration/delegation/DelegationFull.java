package lv.kopa.registration.delegation;

import lv.kopa.text.Refusal;

/** All of its places of a kind are filled. */
public final class DelegationFull extends Refusal {
    private static final long serialVersionUID = 1L;

    DelegationFull() {
        super("registration.delegation.full");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
