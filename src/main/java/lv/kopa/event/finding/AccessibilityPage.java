package lv.kopa.event.finding;

import java.util.List;
import lv.kopa.organisation.Organisation;
import lv.kopa.web.Head;
import lv.kopa.web.Shell;

/**
 * How far these pages are for everybody.
 *
 * @param contacts the organisations one can write to
 */
public record AccessibilityPage(Shell shell, List<Organisation> contacts) {
    static final String PATH = "/accessibility";

    public Head head() {
        return Head.of(shell, shell.text("web.accessibility"), PATH).describedAs(shell.text("accessibility.lead"));
    }
}
