package lv.kopa.registration.party;

import lv.kopa.text.Refusal;

/** There is no such party, or nobody of this number in it. */
final class UnknownParty extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownParty() {
        super("registration.party.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
