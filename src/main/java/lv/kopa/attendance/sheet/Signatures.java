package lv.kopa.attendance.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.attendance.Attendance;
import lv.kopa.attendance.Attendances;
import lv.kopa.attendance.Expected;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.file.UnknownFile;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Language;

/** Who signed a sheet on paper, as an organiser says who looks at its scan, beside who was marked at check-in. */
@Singleton
class Signatures {
    private final SheetRepository repository;
    private final Expected expected;
    private final Attendances attendances;
    private final Audit audit;
    private final Clock clock;

    Signatures(SheetRepository repository, Expected expected, Attendances attendances, Audit audit, Clock clock) {
        this.repository = repository;
        this.expected = expected;
        this.attendances = attendances;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws UnknownFile where there is none */
    SignedSheet sheet(EventDetails event, long id) {
        return repository.find(event.event().id(), id).orElseThrow(UnknownFile::new);
    }

    /** Everybody who may have signed: who was expected, and who was marked or is said to have signed all the same. */
    List<Signature> of(EventDetails event, SignedSheet sheet, Language reader) {
        Occasion occasion = Occasion.of(event, sheet);
        Set<Long> signed = new HashSet<>(repository.signatures(sheet.id()));
        Set<Long> marked = occasion.sessions().stream()
                .flatMap(session -> attendances.at(session).stream())
                .map(Attendance::registrationId)
                .collect(Collectors.toSet());
        return expected
                .at(
                        event,
                        (person, chosen) ->
                                occasion.isFor(chosen) || marked.contains(person.id()) || signed.contains(person.id()),
                        reader)
                .stream()
                .map(person -> new Signature(person, signed.contains(person.id()), marked.contains(person.id())))
                .toList();
    }

    /**
     * Keeps who signed; what was said before is forgotten.
     *
     * @param references of those who did; whoever is none of the people of the sheet is left out
     * @throws UnknownFile where the sheet was removed meanwhile
     */
    @UnitOfWork
    void keep(EventDetails event, SignedSheet sheet, Collection<String> references, String actor) {
        if (repository.compare(sheet.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), actor) == 0) {
            throw new UnknownFile();
        }
        List<Signature> people = of(event, sheet, Language.EN);
        repository.forgetSignatures(sheet.id());
        people.stream()
                .map(Signature::person)
                .filter(person -> references.contains(person.reference()))
                .forEach(person -> repository.sign(sheet.id(), person.id()));
        audit.record(new Deed(actor, "event", event.event().id(), "sheet-compared", Long.toString(sheet.id())));
    }
}
