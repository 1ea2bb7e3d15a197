package lv.kopa.registration.circular;

import lv.kopa.text.Refusal;

/** There is no such circular, or it is somebody else's; or no such link. */
final class UnknownCircular extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownCircular() {
        super("circular.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
