package lv.kopa.registration.intake;

import lv.kopa.event.notice.EventView;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Where an organiser begins who has people in a table. */
public record IntakeStart(EventView view, Form form) {
    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return IntakePage.path(view);
    }

    public String back() {
        return "/organiser/events/" + view.event().slug();
    }

    /** Nobody is registered for what does not take place. */
    public boolean isClosed() {
        return view.event().isCancelled();
    }

    public int mostRows() {
        return PeopleTable.MOST_ROWS;
    }
}
