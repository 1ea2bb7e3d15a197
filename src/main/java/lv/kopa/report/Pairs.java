package lv.kopa.report;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.report.ReportRepository.Participant;

/** Says of people who look alike whether they are one. */
@Singleton
class Pairs {
    private final PairRepository repository;
    private final Audit audit;
    private final Clock clock;

    Pairs(PairRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps what an organiser says of two registrations that count in a report; the last word stands.
     *
     * @throws UnknownFigure where one of them does not count there, or is none of the organiser's business
     */
    @UnitOfWork
    public void decide(Report report, String first, String second, boolean onePerson, Organiser organiser) {
        Participant one = counted(report, first, organiser);
        Participant other = counted(report, second, organiser);
        if (one.id() == other.id()) {
            throw new UnknownFigure();
        }
        long smaller = Math.min(one.id(), other.id());
        long greater = Math.max(one.id(), other.id());
        repository.decide(
                smaller, greater, onePerson, clock.instant().truncatedTo(ChronoUnit.MICROS), organiser.actor());
        audit.record(new Deed(
                organiser.actor(),
                "project",
                report.project().id(),
                onePerson ? "people-joined" : "people-kept-apart",
                "registrations:" + smaller + "," + greater));
    }

    private Participant counted(Report report, String reference, Organiser organiser) {
        return report.facts().registrations().stream()
                .filter(one -> one.reference().equals(reference))
                .filter(one -> organiser.isAt(report.facts().event(one).event().organisationId()))
                .findFirst()
                .orElseThrow(UnknownFigure::new);
    }
}
