package lv.kopa.attendance.door;

import java.util.LinkedHashMap;
import java.util.Map;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Where somebody is entered who came without having registered. */
public record WalkInPage(EventView view, Session session, Form form) {

    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return DoorPage.address(view.event().slug(), session.id(), "", "");
    }

    public String path() {
        return "/organiser/events/" + view.event().slug() + "/check-in/" + session.id() + "/newcomers";
    }

    /** The kinds of place, each with how many are left. */
    public Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        view.details().categories().forEach(category -> names.put(category.categoryKey(), name(category)));
        return names;
    }

    private String name(Category category) {
        return shell().text(category.name())
                + category.placesLeft()
                        .map(left -> " (" + shell().text("attendance.door.left", left) + ")")
                        .orElse("");
    }

    public Map<String, String> languages() {
        Map<String, String> names = new LinkedHashMap<>();
        Language.spoken().forEach(language -> names.put(language.tag(), language.ownName()));
        return names;
    }
}
