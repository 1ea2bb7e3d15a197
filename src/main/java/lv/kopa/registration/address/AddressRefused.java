package lv.kopa.registration.address;

import lv.kopa.text.Refusal;
import lv.kopa.web.Token;

/** The new address cannot be that of the registration, or not any more. */
public final class AddressRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private AddressRefused(Kind kind, String key) {
        super(key);
        this.kind = kind;
    }

    /** The link was used, or replaced by a newer one; or it has lost its end on the way, and never was one. */
    static AddressRefused unknown(Token secret) {
        return secret.isWhole()
                ? new AddressRefused(Kind.GONE, "registration.address.unknown")
                : new AddressRefused(Kind.UNKNOWN, "registration.address.cut");
    }

    /** The same address has another place in the event; only whoever reads its mails is told. */
    static AddressRefused taken() {
        return new AddressRefused(Kind.CONFLICT, "registration.address.taken");
    }

    /** The deadline for changes has passed, or the registration was given up. */
    static AddressRefused late() {
        return new AddressRefused(Kind.CONFLICT, "registration.address.late");
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
