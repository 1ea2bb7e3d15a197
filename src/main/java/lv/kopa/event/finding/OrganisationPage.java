package lv.kopa.event.finding;

import java.util.List;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Project;
import lv.kopa.text.Markdown;
import lv.kopa.web.Head;
import lv.kopa.web.Shell;

/** An organisation, for everybody. */
public record OrganisationPage(Shell shell, Organisation organisation, List<Project> projects, Bill bill) {

    public Head head() {
        return Head.of(shell, organisation.name(), organisation.path())
                .describedAs(Markdown.text(shell.text(organisation.about())))
                .pictured(organisation.logoPath());
    }
}
