package lv.kopa.report;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Activity;
import lv.kopa.project.Project;
import lv.kopa.report.Breakdown.Group;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/**
 * What a project came to by now.
 *
 * @param made when that was so, on the clocks of its organisation
 * @param breakdowns by what people said of themselves and by where they come from; none that tells nothing
 */
public record Report(
        Project project,
        Organisation organisation,
        Span span,
        LocalDateTime made,
        Language language,
        Facts facts,
        Figures whole,
        List<Planned> activities,
        List<Breakdown> breakdowns) {

    /** An activity of the plan, and what came of it. */
    public record Planned(Activity activity, Figures figures) {}

    /** Where an organiser looks at it. */
    public String path() {
        return "/organiser/projects/" + project.slug() + "/report";
    }

    /** What whoever reads it has to know of how it was counted. */
    public List<String> notes() {
        Texts texts = Texts.in(language);
        List<String> notes =
                new ArrayList<>(List.of(texts.get("report.note.counted"), texts.get("report.note.people")));
        if (erased() > 0) {
            notes.add(texts.get("report.note.erased", erased()));
        }
        if (breakdowns.stream().anyMatch(breakdown -> breakdown.hidden() > 0)) {
            notes.add(texts.get("report.note.hidden", Discretion.FEW));
        }
        return notes;
    }

    /** The ids of the events that count. */
    public Set<Long> eventIds() {
        return facts.events().keySet();
    }

    /** How many participations are of people who were erased. */
    public long erased() {
        return facts.whole().participations().filter(Facts::isErased).count();
    }

    /**
     * What a figure is counted from.
     *
     * @throws UnknownFigure where it is not one of the report
     */
    Part part(Selection selection) {
        if (selection.activity() != null) {
            return activities.stream()
                    .map(Planned::activity)
                    .filter(activity -> activity.number().equals(selection.activity()))
                    .findFirst()
                    .map(activity -> facts.ofActivity(activity.id()))
                    .orElseThrow(UnknownFigure::new);
        }
        return selection.by() == null ? facts.whole() : group(selection).part();
    }

    /** @throws UnknownFigure where the group is not shown */
    Group group(Selection selection) {
        return breakdowns.stream()
                .filter(breakdown -> breakdown.dimension() == selection.by())
                .flatMap(breakdown -> breakdown.groups().stream())
                .filter(group -> Objects.equals(group.key(), selection.group()))
                .findFirst()
                .orElseThrow(UnknownFigure::new);
    }
}
