package lv.kopa.registration.party;

import lv.kopa.text.Refusal;

/** The deadline for changes has passed, or nobody is to be changed here any more. */
final class PartySettled extends Refusal {
    private static final long serialVersionUID = 1L;

    PartySettled() {
        this("registration.party.settled");
    }

    private PartySettled(String key) {
        super(key);
    }

    /** A contact cannot say who is under 18, and who answers for them. */
    static PartySettled ages() {
        return new PartySettled("registration.party.ages");
    }

    /** There will be nothing to come to. */
    static PartySettled calledOff() {
        return new PartySettled("registration.called-off");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
