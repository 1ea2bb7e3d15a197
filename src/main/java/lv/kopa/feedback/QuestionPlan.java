package lv.kopa.feedback;

import java.util.List;
import lv.kopa.text.Translated;

/**
 * A question as an organiser writes it.
 *
 * @param choices what it offers; none where its kind offers nothing
 */
record QuestionPlan(Kind kind, Translated label, boolean required, List<Translated> choices) {
    static QuestionPlan of(Asked.Item item) {
        return new QuestionPlan(
                item.question().kind(),
                item.question().label(),
                item.question().required(),
                item.choices().stream().map(Choice::label).toList());
    }
}
