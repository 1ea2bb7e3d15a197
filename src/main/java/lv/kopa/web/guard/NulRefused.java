package lv.kopa.web.guard;

import lv.kopa.text.Refusal;

/** A text contains NUL, which no text does. */
final class NulRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    NulRefused() {
        super("web.invalid.nul");
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
