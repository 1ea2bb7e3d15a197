package lv.kopa.registration.words.edit;

import lv.kopa.text.Refusal;

/** There is no such text, or organisers have no say in it. */
public final class UnknownOccasion extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownOccasion() {
        super("words.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
