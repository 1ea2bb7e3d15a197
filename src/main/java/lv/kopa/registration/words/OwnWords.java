package lv.kopa.registration.words;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.Duplicate;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.copy.EventCopied;
import lv.kopa.event.copy.EventPart;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Mails in organisers' own words. An event's stand before its organisation's, and these before the built-in ones, each
 * only for readers of the language they are written in.
 */
@Singleton
public class OwnWords {
    private final WordsRepository repository;
    private final Audit audit;
    private final Clock clock;

    OwnWords(WordsRepository repository, Audit audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /** A letter as its organisers say it; as it is, where they have no words of their own for it. */
    public Wording in(EventDetails event, Addressee reader, Wording letter) {
        return letter.standard()
                .filter(standard -> Occasion.of(standard.occasion()).isPresent())
                .flatMap(standard -> inForce(Scope.of(event), standard.occasion(), reader.language()))
                .map(words -> reader.letter(event, letter, words))
                .orElse(letter.settled());
    }

    /** What counts for an event's, or an organisation's, mails, where it is not the built-in words. */
    public Optional<Words> inForce(Scope scope, String occasion, Language language) {
        return repository
                .inForce(scope.organisation(), scope.eventKey(), occasion, Occasion.general(occasion), language.tag())
                .stream()
                .flatMap(version -> version.words().stream())
                .findFirst();
    }

    /** What is written for each occasion and language, where something is. */
    public List<Version> written(Scope scope) {
        return repository.current(scope.organisation(), scope.eventKey()).stream()
                .filter(version -> version.words().isPresent())
                .toList();
    }

    /** Everything that was ever written, the newest first. */
    public List<Version> versions(Scope scope, String occasion, Language language) {
        return repository.versions(scope.organisation(), scope.eventKey(), occasion, language.tag());
    }

    /** An event that is copied keeps its own words; those of a single reminder wait for that to be copied. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void copied(EventCopied copy) {
        if (copy.parts().contains(EventPart.MAIL_TEXTS)) {
            written(scope(copy.from())).stream()
                    .filter(version -> Occasion.general(version.occasion()).equals(version.occasion()))
                    .forEach(version -> save(version, copy, version.occasion()));
        }
    }

    /** Keeps the words of one occasion of an event for another of its copy. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void copy(EventCopied copy, String from, String to) {
        written(scope(copy.from())).stream()
                .filter(version -> version.occasion().equals(from))
                .forEach(version -> save(version, copy, to));
    }

    private void save(Version version, EventCopied copy, String occasion) {
        repository.save(new Version(
                0,
                version.organisationId(),
                copy.to().id(),
                occasion,
                version.language(),
                1,
                version.subject(),
                version.headline(),
                version.text(),
                copy.actor(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private static Scope scope(Event event) {
        return new Scope(event.organisationId(), event.id());
    }

    /**
     * Writes words, or returns to the built-in ones.
     *
     * @param seen the number of the version that the writer looked at; 0 where there was none
     * @throws ChangedMeanwhile where somebody else wrote since
     */
    @UnitOfWork
    public void write(Scope scope, String occasion, Language language, int seen, @Nullable Words words, String actor) {
        Version version = new Version(
                0,
                scope.organisation(),
                scope.event(),
                occasion,
                language.tag(),
                seen + 1,
                words == null ? null : words.subject(),
                words == null ? null : words.headline(),
                words == null ? null : words.text(),
                actor,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        try {
            repository.save(version);
        } catch (DataAccessException e) {
            if (Duplicate.isBehind(e, "own_words_version")) {
                throw new ChangedMeanwhile();
            }
            throw e;
        }
        String deed = words == null ? "mail-text-reset" : "mail-text-written";
        audit.record(new Deed(actor, scope.subject(), scope.subjectId(), deed, occasion + " " + language.tag()));
    }
}
