package lv.kopa.registration.delegation;

import lv.kopa.text.Refusal;

/** There is no such delegation, or nobody of this number in it. */
public final class UnknownDelegation extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownDelegation() {
        super("registration.party.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
