package lv.kopa.feedback;

import lv.kopa.text.Refusal;

/** Somebody has answered, so that what was asked, and how, stays as it is. */
final class QuestionsSettled extends Refusal {
    private static final long serialVersionUID = 1L;

    QuestionsSettled() {
        super("feedback.settled");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
