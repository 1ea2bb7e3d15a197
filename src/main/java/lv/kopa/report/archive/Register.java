package lv.kopa.report.archive;

import jakarta.inject.Singleton;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.project.Project;

/** Records that archives were taken: they hold what people said of themselves, and can be shown to be what was taken. */
@Singleton
class Register {
    private final Audit audit;

    Register(Audit audit) {
        this.audit = audit;
    }

    @UnitOfWork
    void taken(Project project, Archives.Written written, Organiser organiser) {
        audit.record(
                new Deed(organiser.actor(), "project", project.id(), "archive-taken", "manifest:" + written.sum()));
    }
}
