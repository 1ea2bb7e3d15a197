package lv.kopa.event.notice;

import java.util.List;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Activity;
import lv.kopa.project.Project;
import lv.kopa.web.Shell;

/**
 * A project, for everybody.
 *
 * @param holder who carries it out
 */
public record ProjectPage(Shell shell, Project project, Organisation holder, List<Activity> activities, Bill bill) {}
