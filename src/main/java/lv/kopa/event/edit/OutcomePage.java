package lv.kopa.event.edit;

import lv.kopa.event.EventDetails;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Where organisers say what came of an event. */
public record OutcomePage(Shell shell, EventDetails event, Form form) {

    static OutcomePage of(Shell shell, EventDetails event) {
        Form form = Form.empty()
                .with("version", event.event().version())
                .with("text", event.event().outcome())
                .with("learnt", event.event().learnt())
                .with("published", event.event().outcomeAt() != null);
        return new OutcomePage(shell, event, form);
    }

    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/outcome";
    }
}
