package lv.kopa.event.edit;

import java.util.List;
import java.util.Locale;
import lv.kopa.web.Csrf;

/** One of the pages on which a new event is begun. */
public record BeginPage(EventFormPage page, Stage stage) {
    private static final List<String> OF_THE_PAGE = List.of("stage", "do", Csrf.FIELD);

    public String action() {
        return BeginController.PATH;
    }

    public String title(Stage of) {
        return page.shell().text("workspace.begin." + of.name().toLowerCase(Locale.ROOT));
    }

    /** What was typed on the other pages, or is so of itself, and goes along unseen. */
    public List<String> carried() {
        return page.form().names().stream()
                .filter(field -> !stage.shows(field) && !OF_THE_PAGE.contains(field))
                .toList();
    }
}
