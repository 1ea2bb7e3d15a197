package lv.kopa.event.finding;

import java.util.List;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Activity;
import lv.kopa.project.Project;
import lv.kopa.text.Markdown;
import lv.kopa.web.Head;
import lv.kopa.web.Shell;

/**
 * A project, for everybody.
 *
 * @param holder who carries it out
 */
public record ProjectPage(Shell shell, Project project, Organisation holder, List<Activity> activities, Bill bill) {

    public Head head() {
        return Head.of(shell, shell.text(project.title()), project.path())
                .describedAs(Markdown.text(shell.text(project.description())))
                .pictured(project.logoPath());
    }
}
