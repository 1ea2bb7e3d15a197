package lv.kopa.event.beginning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.organisation.Membership;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Where an organiser begins with an example.
 *
 * @param teams of the organiser
 */
public record StartingPage(Shell shell, StartingPoint point, List<Membership> teams, Form form) {
    public Map<String, String> organisations() {
        Map<String, String> names = new LinkedHashMap<>();
        teams.forEach(team -> names.put(team.slug(), team.name()));
        return names;
    }
}
