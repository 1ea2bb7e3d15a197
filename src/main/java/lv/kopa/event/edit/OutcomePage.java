package lv.kopa.event.edit;

import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.notice.Attended;
import lv.kopa.event.notice.EventView;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Where organisers say what came of an event.
 *
 * @param preview what they typed as it would stand on the event's page; where they asked for it
 */
public record OutcomePage(Shell shell, EventDetails event, Form form, Optional<Preview> preview) {

    /** What stands on an event's page of how it was. */
    public record Preview(EventView view, Attended attended, Translated text, Translated learnt) {}

    static OutcomePage of(Shell shell, EventDetails event) {
        Form form = Form.empty()
                .with("version", event.event().version())
                .with("text", event.event().outcome())
                .with("learnt", event.event().learnt())
                .with("published", event.event().outcomeAt() != null);
        return new OutcomePage(shell, event, form, Optional.empty());
    }

    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/outcome";
    }
}
