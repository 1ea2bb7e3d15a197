package lv.kopa.organisation.setup;

import lv.kopa.text.Refusal;

/** The address to set Kopa up at is wrong, too old, or was used. */
final class NotInvited extends Refusal {
    private static final long serialVersionUID = 1L;

    NotInvited() {
        super("setup.not-invited");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
