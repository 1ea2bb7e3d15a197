package lv.kopa.registration.hold;

import lv.kopa.text.Refusal;

/** The registration is only held, so its link opens nothing before the address is confirmed. */
public final class AddressUnconfirmed extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String reference;

    public AddressUnconfirmed(String reference) {
        super("registration.hold.unconfirmed");
        this.reference = reference;
    }

    /** The name of the registration. */
    public String reference() {
        return reference;
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
