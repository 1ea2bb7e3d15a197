package lv.kopa.registration.handover;

import java.util.Optional;
import lv.kopa.text.Refusal;

/** A registration cannot be handed over, or not any more. */
public final class HandOverRefused extends Refusal {
    /** So offers end that were taken back or replaced. */
    static final String WITHDRAWN = "WITHDRAWN";

    /** So offers end that somebody took. */
    static final String TAKEN = "TAKEN";

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    private HandOverRefused(Kind kind, String key) {
        super(key);
        this.kind = kind;
    }

    /** There never was such an offer. */
    static HandOverRefused unknown() {
        return new HandOverRefused(Kind.UNKNOWN, "registration.hand-over.unknown");
    }

    /** @param ending the name of how the offer ended, if there ever was one */
    static HandOverRefused because(Optional<String> ending) {
        return switch (ending.orElse("")) {
            case TAKEN -> new HandOverRefused(Kind.GONE, "registration.hand-over.taken");
            case WITHDRAWN -> new HandOverRefused(Kind.GONE, "registration.hand-over.replaced");
            default -> unknown();
        };
    }

    /** The deadline has passed, or the registration was given up. */
    static HandOverRefused late() {
        return new HandOverRefused(Kind.GONE, "registration.hand-over.late");
    }

    /** There will be nothing to go to. */
    static HandOverRefused calledOff() {
        return new HandOverRefused(Kind.GONE, "registration.hand-over.called-off");
    }

    /** Who would take it has a registration for the event by now. */
    static HandOverRefused known() {
        return new HandOverRefused(Kind.GONE, "registration.hand-over.known");
    }

    /** The place is somebody else's to give. */
    static HandOverRefused kept() {
        return new HandOverRefused(Kind.CONFLICT, "registration.hand-over.kept");
    }

    /** An address that the registration had before can still take it back. */
    static HandOverRefused early() {
        return new HandOverRefused(Kind.CONFLICT, "registration.hand-over.early");
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
