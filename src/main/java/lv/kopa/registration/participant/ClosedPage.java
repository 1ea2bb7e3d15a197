package lv.kopa.registration.participant;

import lv.kopa.event.notice.EventView;
import lv.kopa.text.Sentence;
import lv.kopa.web.Shell;

/** Why one cannot register, and what one can do instead. */
public record ClosedPage(EventView view, Sentence why) {
    public Shell shell() {
        return view.shell();
    }
}
