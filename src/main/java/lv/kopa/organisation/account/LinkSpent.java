package lv.kopa.organisation.account;

import lv.kopa.text.Refusal;

/** A link that is good once, and not for long, is good no more. */
public final class LinkSpent extends Refusal {
    private static final long serialVersionUID = 1L;

    LinkSpent() {
        super("password.link-spent");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
