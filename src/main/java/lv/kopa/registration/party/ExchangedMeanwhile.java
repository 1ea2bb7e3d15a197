package lv.kopa.registration.party;

import lv.kopa.text.Refusal;

/** Somebody else has come into a place since the contact saw who had it. */
final class ExchangedMeanwhile extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param name of whoever is there by now */
    ExchangedMeanwhile(String name) {
        super("registration.party.exchange.meanwhile", name);
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }
}
