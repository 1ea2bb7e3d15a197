package lv.kopa.event.notice;

import java.util.List;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Project;
import lv.kopa.web.Shell;

/** An organisation, for everybody. */
public record OrganisationPage(Shell shell, Organisation organisation, List<Project> projects, Bill bill) {}
