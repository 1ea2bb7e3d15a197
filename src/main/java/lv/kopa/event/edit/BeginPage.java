package lv.kopa.event.edit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.beginning.StartingPoint;
import lv.kopa.web.Csrf;

/**
 * One of the pages on which a new event is begun.
 *
 * @param templates what the organiser may start from instead
 * @param holders whose templates are whose, by id; empty where all are of one organisation
 */
public record BeginPage(EventFormPage page, Stage stage, List<Event> templates, Map<Long, String> holders) {
    private static final List<String> OF_THE_PAGE = List.of("stage", "do", Csrf.FIELD);

    public String action() {
        return BeginController.PATH;
    }

    /** Examples, for who has no template of the kind. */
    public List<StartingPoint> examples() {
        return List.of(StartingPoint.values());
    }

    /** Whose a template is, where that is to be said. */
    public Optional<String> holder(Event template) {
        return Optional.ofNullable(holders.get(template.organisationId()));
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
