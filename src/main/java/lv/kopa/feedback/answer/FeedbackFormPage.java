package lv.kopa.feedback.answer;

import java.util.List;
import java.util.stream.IntStream;
import lv.kopa.event.notice.EventView;
import lv.kopa.feedback.Asked;
import lv.kopa.feedback.Kind;
import lv.kopa.feedback.Terms;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Where somebody who was at an event says what they think of it.
 *
 * @param own the path of the person's own page
 */
public record FeedbackFormPage(EventView view, Asked asked, Standing standing, String own, Form form) {

    /** What the form says of names, so that nobody signs who was promised that they would not. */
    static String names(Terms terms) {
        return terms.anonymous() ? "without" : "with";
    }

    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return own + "/feedback";
    }

    public String names() {
        return names(asked.terms());
    }

    public String title() {
        return shell().text(standing.isAsked() ? "feedback.form.title" : standing.textKey());
    }

    /** What becomes of the answers. */
    public String promise() {
        return shell().text(
                        "feedback.form." + names(),
                        view.details().organisation().name(),
                        Terms.MONTHS_OF_NAMES);
    }

    /** From the worst to the best. */
    public List<String> ratings() {
        return IntStream.rangeClosed(1, Kind.BEST).mapToObj(Integer::toString).toList();
    }

    /** A mark as it is to be heard: what the ends mean is said with them. */
    public String heard(String rating) {
        if (rating.equals("1")) {
            return least();
        }
        return rating.equals(Integer.toString(Kind.BEST)) ? most() : rating;
    }

    /** What the worst mark means. */
    public String least() {
        return shell().text("feedback.form.scale.least");
    }

    /** What the best mark means. */
    public String most() {
        return shell().text("feedback.form.scale.most");
    }

    /** The type of the HTML input for one of the choices of a question. */
    public String input(Asked.Item item) {
        return item.question().kind() == Kind.CHOICES ? "checkbox" : "radio";
    }
}
