package lv.kopa.registration.party;

import lv.kopa.text.Refusal;

/** The deadline for changes has passed, or nobody is to be changed here any more. */
final class PartySettled extends Refusal {
    private static final long serialVersionUID = 1L;

    PartySettled() {
        super("registration.party.settled");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
