package lv.kopa.event.material;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.web.Shell;

/** What the people of an event are given to read, for its organisers. */
public record MaterialsPage(Shell shell, EventDetails event, List<Handout> handouts, Instant now) {

    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/materials";
    }

    public String path(Handout handout) {
        return path() + "/" + handout.material().id();
    }

    /** In a line: what it is, who sees it when, and whether the people were told. */
    public String about(Handout handout) {
        Material material = handout.material();
        return Stream.of(
                        handout.kind(shell.language()),
                        shell.text(material.visible().textKey()),
                        material.forEverybody() ? shell.text("material.everybody") : "",
                        material.toldAt() == null ? "" : shell.text("material.told"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Those of which the people can be told now. */
    public List<Handout> news() {
        return handouts.stream()
                .filter(handout -> handout.material().toldAt() == null
                        && handout.material().isShown(event.event(), now))
                .toList();
    }

    /** Whether there is anybody to tell: nobody has a place in a draft. */
    public boolean mayTell() {
        return event.event().isShown() && !news().isEmpty();
    }
}
