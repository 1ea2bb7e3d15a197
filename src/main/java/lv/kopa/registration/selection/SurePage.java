package lv.kopa.registration.selection;

import java.util.List;
import lv.kopa.web.Csrf;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Asks whether what an organiser is about to decide on several people is what they want. */
public record SurePage(SelectionPage page, Prospect prospect) {
    private static final List<String> OF_THE_PAGE = List.of("do", SelectionForm.SURE, Csrf.FIELD);

    public Shell shell() {
        return page.shell();
    }

    public Form form() {
        return page.form();
    }

    public int number() {
        return prospect.people().size();
    }

    public String title() {
        return shell().text(
                        prospect.approved() ? "workspace.selection.sure.approve" : "workspace.selection.sure.decline",
                        number());
    }

    public String deed() {
        return prospect.approved() ? "approve" : "decline";
    }

    /** All that was typed, which goes along unseen. */
    public List<String> carried() {
        return form().names().stream()
                .filter(field -> !OF_THE_PAGE.contains(field))
                .toList();
    }
}
