package lv.kopa.event.picture;

import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.notice.OutcomePicture;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Where organisers choose the pictures that go with what they tell of an event. */
public record OutcomePicturesPage(Shell shell, EventDetails event, List<OutcomePicture> pictures, Form form) {

    public String back() {
        return "/organiser/events/" + event.event().slug() + "/outcome";
    }

    public String path() {
        return back() + "/pictures";
    }

    public String path(OutcomePicture picture) {
        return picture.path(event.event().slug());
    }

    public boolean mayAdd() {
        return pictures.size() < OutcomePictures.MOST;
    }
}
