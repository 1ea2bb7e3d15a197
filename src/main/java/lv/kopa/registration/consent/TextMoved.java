package lv.kopa.registration.consent;

import lv.kopa.text.Refusal;

/** What a person agreed to is not today's text, so they are to read that first. */
final class TextMoved extends Refusal {
    private static final long serialVersionUID = 1L;

    TextMoved() {
        super("registration.own.consent.moved");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
