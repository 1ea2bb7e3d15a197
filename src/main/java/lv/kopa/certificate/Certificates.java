package lv.kopa.certificate;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.kopa.attendance.Expected;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/** Proofs of attendance: who earned one, and what became of those that were issued. */
@Singleton
public class Certificates {
    static final int USUAL_LEAST = 80;

    private final CertificateRepository repository;
    private final Presences presences;
    private final Expected expected;
    private final Places places;
    private final CertificateMail mail;
    private final Audit audit;
    private final Clock clock;

    Certificates(CertificateRepository repository, Roll roll, Places places, CertificateMail mail, Records records) {
        this.repository = repository;
        this.presences = roll.presences();
        this.expected = roll.expected();
        this.places = places;
        this.mail = mail;
        this.audit = records.audit();
        this.clock = records.clock();
    }

    /** Who was to come, and who did. */
    @Singleton
    record Roll(Expected expected, Presences presences) {}

    /** What is done is noted, with when. */
    @Singleton
    record Records(Audit audit, Clock clock) {}

    /** From what part of the hours on somebody earns one, in percent. */
    public int least(Event event) {
        return repository.least(event.id()).orElse(USUAL_LEAST);
    }

    /** Says from what part of the hours on somebody earns one. What was issued stays. */
    @UnitOfWork
    void require(Event event, int percent, String actor) {
        repository.rule(event.id(), percent);
        audit.record(new Deed(actor, "event", event.id(), "certificate-rule", Integer.toString(percent)));
    }

    /** So many of those of an event that were issued after one, by its id. */
    List<Certificate> some(Event event, long after, int most) {
        return repository.some(event.id(), after, most);
    }

    /** Everybody who has a place, in the order of a reader's alphabet. */
    List<Merit> of(EventDetails event, Language reader) {
        int least = least(event.event());
        List<Registration> people = expected.at(event, (person, chosen) -> true, reader);
        Map<Long, Presence> hours = presences.of(event, people);
        Map<Long, Certificate> last = repository.of(event.event().id()).stream()
                .collect(Collectors.toMap(Certificate::registrationId, Function.identity(), (older, newer) -> newer));
        return people.stream()
                .map(person -> {
                    Presence presence = Objects.requireNonNull(hours.get(person.id()));
                    Optional<Certificate> issued = Optional.ofNullable(last.get(person.id()));
                    Certificate now = Certificate.of(event, person, presence, Instant.EPOCH, "");
                    return new Merit(person, presence, issued, Merit.state(presence.earns(least), issued, now));
                })
                .toList();
    }

    /** Issues one to everybody who earned it and has none that is right, with a mail to each; answers to how many. */
    @UnitOfWork
    public int issue(EventDetails event, String actor) {
        return issue(event, Merit::isDue, actor);
    }

    /** The same to one person, also in the place of one that was taken back. */
    @UnitOfWork
    int issue(EventDetails event, Registration person, String actor) {
        int least = least(event.event());
        return issue(
                event,
                merit -> merit.person().id() == person.id()
                        && merit.presence().earns(least)
                        && merit.state() != Merit.State.ISSUED,
                actor);
    }

    private int issue(EventDetails event, Predicate<Merit> wanted, String actor) {
        places.lock(event.event().id());
        List<Merit> due = of(event, Language.EN).stream().filter(wanted).toList();
        due.forEach(merit -> issue(event, merit, actor));
        return due.size();
    }

    private void issue(EventDetails event, Merit merit, String actor) {
        Registration person = merit.person();
        Instant now = now();
        boolean again = repository.replace(person.id(), now) > 0;
        Certificate issued = repository.save(Certificate.of(event, person, merit.presence(), now, actor));
        note(person, again ? "certificate-replaced" : "certificate-issued", actor, issued.number());
        mail.send(event, person, again);
    }

    /** Takes one back; who verifies it reads so from now on, and who holds it is told. */
    @UnitOfWork
    void withdraw(EventDetails event, Registration person, String actor) {
        places.lock(event.event().id());
        Optional<Certificate> standing = repository.standing(person.id());
        if (standing.isPresent() && repository.withdraw(person.id(), now(), actor) > 0) {
            note(person, "certificate-withdrawn", actor, standing.get().number());
            mail.sayWithdrawn(event, person, standing.get().number());
        }
    }

    /** The one of a number as somebody typed it. */
    public Optional<Certificate> byNumber(String typed) {
        return Optional.of(CertificateNumber.typed(typed))
                .filter(number -> !number.isEmpty())
                .flatMap(repository::findByNumber);
    }

    /** The one that a person has. */
    public Optional<Certificate> of(Registration person) {
        return repository.standing(person.id());
    }

    /** Leaves no name of a person in what was issued to them. */
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(long registration) {
        repository.forget(registration);
    }

    private void note(Registration person, String deed, String actor, @Nullable String number) {
        audit.record(new Deed(actor, "registration", person.id(), deed, number));
    }

    /** Now, as finely as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The parts of an event whose hours count. */
    int counted(EventDetails event) {
        return presences.counted(event).size();
    }
}
