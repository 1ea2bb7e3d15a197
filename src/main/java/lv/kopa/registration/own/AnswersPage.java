package lv.kopa.registration.own;

import lv.kopa.event.notice.EventView;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form in which registered people answer.
 *
 * @param answerable what can be answered at the moment
 * @param back their own page
 */
public record AnswersPage(Inquiry inquiry, Answerable answerable, String back) {

    public Shell shell() {
        return inquiry.shell();
    }

    public EventView view() {
        return inquiry.view();
    }

    public Form form() {
        return inquiry.form();
    }

    public String path() {
        return back + "/answers";
    }

    /** Until when, in a sentence; "" while nobody knows. */
    public String untilWhen() {
        return answerable
                .until()
                .map(until -> shell().text("registration.own.answers.until", view().deadline(until)))
                .orElse("");
    }

    /** That of the answers which the form was filled from; -1 where it does not say. */
    long edition() {
        return form().filled("version")
                .filter(typed -> typed.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(-1L);
    }
}
