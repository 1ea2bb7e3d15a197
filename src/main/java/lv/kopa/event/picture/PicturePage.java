package lv.kopa.event.picture;

import lv.kopa.event.EventDetails;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Where organisers choose the picture of an event. */
public record PicturePage(Shell shell, EventDetails event, Form form) {

    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/picture";
    }
}
