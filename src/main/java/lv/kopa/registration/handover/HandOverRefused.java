package lv.kopa.registration.handover;

import lv.kopa.text.Refusal;

/** A registration cannot be handed over, or not any more. */
public final class HandOverRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    private HandOverRefused(String key) {
        super(key);
    }

    /** The offer was withdrawn, taken, or replaced by a newer one. */
    static HandOverRefused unknown() {
        return new HandOverRefused("registration.hand-over.unknown");
    }

    /** The deadline has passed, or the registration was given up. */
    static HandOverRefused late() {
        return new HandOverRefused("registration.hand-over.late");
    }

    /** Who would take it has a registration for the event by now. */
    static HandOverRefused known() {
        return new HandOverRefused("registration.hand-over.known");
    }

    /** The place is somebody else's to give. */
    static HandOverRefused kept() {
        return new HandOverRefused("registration.hand-over.kept");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
