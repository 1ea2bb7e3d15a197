package lv.kopa.registration.invitation;

/** Somebody else has registered by the same invitation, or it was taken back; the transaction must be undone. */
public final class InvitationSpent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvitationSpent() {
        super("spent", null, false, false);
    }
}
