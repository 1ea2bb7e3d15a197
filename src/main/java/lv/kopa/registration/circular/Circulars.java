package lv.kopa.registration.circular;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.database.Duplicate;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.file.FileRefused;
import lv.kopa.file.Space;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.mail.Outbox;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.registration.attendees.Attendees;
import org.apache.commons.codec.digest.DigestUtils;

/** What organisers write to many people of their events. */
@Singleton
@UnitOfWork
public class Circulars {
    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final CircularRepository repository;
    private final RecipientRepository recipients;
    private final Attendees attendees;
    private final Post post;
    private final Audit audit;
    private final Clock clock;

    Circulars(CircularRepository repository, People people, Post post, Audit audit, Clock clock) {
        this.repository = repository;
        this.recipients = people.recipients();
        this.attendees = people.attendees();
        this.post = post;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who there is, and what they get. */
    @Singleton
    record People(RecipientRepository recipients, Attendees attendees) {}

    /** Where mails go, and what goes with them lies. */
    @Singleton
    record Post(Outbox outbox, StoredFiles files) {}

    /** Where the files of an event's circulars lie. */
    static Space space(long event) {
        return new Space("circular:" + event, MOST_BYTES);
    }

    List<Circular> of(long event) {
        return repository.of(event);
    }

    /**
     * One of an event.
     *
     * @throws UnknownCircular where there is none
     */
    Circular get(long event, long id) {
        return repository
                .findById(id)
                .filter(circular -> circular.eventId() == event)
                .orElseThrow(UnknownCircular::new);
    }

    /** What goes with it, in the order it was chosen. */
    List<StoredFile> files(Circular circular) {
        return Stream.concat(Stream.ofNullable(circular.fileId()), repository.furtherFiles(circular.id()).stream())
                .map(post.files()::get)
                .toList();
    }

    /** Whom it would go to now, by the ids of their registrations, the newest first; each address once. */
    List<Long> recipients(long event, Draft draft) {
        AttendeeFilter people = draft.people();
        return repository.recipients(
                event,
                people.status(),
                people.category(),
                people.pattern(),
                !people.unanswered(),
                attendees.among(event, people),
                draft.news());
    }

    /** How many people it would reach now; several may be written to at one address. */
    int reached(long event, Draft draft) {
        AttendeeFilter people = draft.people();
        return repository.reached(
                event,
                people.status(),
                people.category(),
                people.pattern(),
                !people.unanswered(),
                attendees.among(event, people),
                draft.news());
    }

    Registration person(long registration) {
        return recipients.findById(registration).orElseThrow(UnknownCircular::new);
    }

    /** What came of a form, if it was sent. */
    Optional<Circular> sent(EventDetails event, Draft draft) {
        return repository.findBySubmission(submission(event, draft));
    }

    /**
     * Settles whom it goes to, and has it sent; the same form sent twice is sent once.
     *
     * @throws FileRefused where the file is gone, if only since the same form took it at the same moment
     */
    Circular send(EventDetails event, Draft draft, String actor) {
        Optional<Circular> before = sent(event, draft);
        if (before.isPresent()) {
            return before.get();
        }
        try {
            return begin(event, draft, actor);
        } catch (DataAccessException e) {
            if (Duplicate.isBehind(e, "circular_submission")) {
                return sent(event, draft).orElseThrow();
            }
            throw e;
        }
    }

    private static String submission(EventDetails event, Draft draft) {
        return DigestUtils.sha256Hex(event.event().id() + ":" + draft.submission());
    }

    private Circular begin(EventDetails event, Draft draft, String actor) {
        long id = event.event().id();
        AttendeeFilter people = draft.people();
        List<Long> files = draft.files().stream()
                .map(secret -> post.files().keep(space(id), secret).id())
                .toList();
        Circular circular = repository.save(new Circular(
                0,
                id,
                submission(event, draft),
                draft.subject(),
                draft.text(),
                draft.news(),
                people.status(),
                files.isEmpty() ? null : files.get(0),
                CircularState.SENDING,
                actor,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        for (int number = 1; number < files.size(); number++) {
            repository.attach(circular.id(), number, files.get(number));
        }
        repository.address(
                circular.id(),
                id,
                people.status(),
                people.category(),
                people.pattern(),
                !people.unanswered(),
                attendees.among(id, people),
                draft.news());
        audit.record(new Deed(actor, "event", id, "circular-sent", Long.toString(circular.id())));
        return circular;
    }

    /** Sends no more of it; what the mail server has taken by now is gone. */
    void stop(Circular known, String actor) {
        repository.lock(known.id());
        repository.end(known.id(), CircularState.STOPPED);
        repository.stopWaiting(known.id());
        post.outbox().stopKeys(known.mailKeys());
        audit.record(new Deed(actor, "event", known.eventId(), "circular-stopped", Long.toString(known.id())));
    }

    Progress progress(Circular circular) {
        return new Progress(
                recipients.counts(circular.id()).stream()
                        .collect(Collectors.toMap(RecipientRepository.Count::state, RecipientRepository.Count::people)),
                recipients.reached(circular.id()));
    }

    /** The next of the people it goes to, and what became of it for each. */
    List<Recipient> page(Circular circular, long after, int most) {
        return recipients.page(circular.id(), after, most);
    }
}
