package lv.kopa.event.material;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.file.StoredFile;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form in which an organiser says what a material is.
 *
 * @param handout the material that is changed; none for a new one
 * @param staged the file that was chosen before
 */
public record MaterialPage(
        Shell shell,
        EventDetails event,
        Optional<Handout> handout,
        boolean link,
        Form form,
        Optional<StoredFile> staged) {

    public String title() {
        String what = link ? "link" : "file";
        return shell.text((handout.isPresent() ? "material.edit." : "material.new.") + what);
    }

    public String back() {
        return "/organiser/events/" + event.event().slug() + "/materials";
    }

    /** Where the form is sent. */
    public String action() {
        return back() + handout.map(changed -> "/" + changed.material().id()).orElse(link ? "/links" : "/files");
    }

    public Map<String, String> showings() {
        Map<String, String> showings = new LinkedHashMap<>();
        Arrays.stream(Showing.values())
                .forEach(showing -> showings.put(showing.name(), shell.text(showing.textKey() + ".choice")));
        return showings;
    }

    /** What is there already. */
    public Optional<String> stored() {
        return handout.flatMap(Handout::file).map(file -> file.name() + " (" + file.size(shell.language()) + ")");
    }
}
