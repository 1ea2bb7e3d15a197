package lv.kopa.registration.invitation;

import lv.kopa.text.Refusal;

/** There is no invitation of this link. */
final class UnknownInvitation extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownInvitation() {
        super("registration.invitation.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
