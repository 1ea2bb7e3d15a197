package lv.kopa.event.copy.making;

import lv.kopa.event.Event;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.template.Template;
import lv.kopa.web.Shell;

/** A template as its organisers see it. */
public record TemplatePage(EventView view, Template template) {
    public Shell shell() {
        return view.shell();
    }

    public Event event() {
        return view.event();
    }

    public String path() {
        return "/organiser/events/" + event().slug();
    }

    /** How many parts it has, on how many days. */
    public String programme() {
        int parts = view.details().planned().size();
        return parts == 0
                ? shell().text("workspace.template.programme.none")
                : shell().text(
                                "workspace.template.programme.of",
                                parts,
                                view.details().byDay().size());
    }

    public int questions() {
        return view.details().questionnaire().current().size();
    }

    /** How many may come. */
    public String places() {
        return view.details()
                .places()
                .map(String::valueOf)
                .orElseGet(() -> shell().text("workspace.template.places.any"));
    }
}
