package lv.kopa.feedback;

import lv.kopa.text.Refusal;

/** There is no such question, or not in this event. */
final class UnknownQuestion extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownQuestion() {
        super("feedback.unknown-question");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
