package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Change;
import lv.kopa.organisation.audit.Changes;
import lv.kopa.registration.change.Snapshot;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Notes what was decided about a registration and lets the person know. */
@Singleton
public class Telling {
    /** Why somebody was given another turn, in the record of deeds. */
    public static final String MOVED = "moved-in-line";

    /** Why somebody was chosen, in the same. */
    public static final String CHOSEN = "chosen";

    /** Which points somebody was given, in the same. */
    public static final String MARKED = "points-given";

    private static final List<String> OF_THE_PERSON = List.of(MOVED, CHOSEN, MARKED);

    private final Correspondence correspondence;
    private final Chronicle chronicle;
    private final RegistrationRepository repository;
    private final Guardians guardians;
    private final Letters letters;

    Telling(
            Correspondence correspondence,
            Chronicle chronicle,
            RegistrationRepository repository,
            Guardians guardians,
            Letters letters) {
        this.correspondence = correspondence;
        this.chronicle = chronicle;
        this.repository = repository;
        this.guardians = guardians;
        this.letters = letters;
    }

    /** Now, as finely as the database keeps it. */
    public Instant now() {
        return chronicle.now();
    }

    /** Notes what was done, without saying it to anybody. */
    public void note(Registration registration, String deed, String actor, @Nullable String detail) {
        chronicle.tell(registration, deed, actor, detail);
    }

    /**
     * Notes what a person, or whoever registered them, changed of their registration.
     *
     * @param fields what it was, by commas
     */
    public void noteChange(Registration before, Registration after, String fields, String actor) {
        List<Change> changes = Stream.of(
                        Changes.of("name", before.name(), after.name()),
                        Changes.of("phone", before.phone(), after.phone()),
                        Changes.of("organisation", before.organisation(), after.organisation()),
                        Changes.of("language", before.language(), after.language()))
                .flatMap(List::stream)
                .toList();
        chronicle.tell(after, "changed", actor, fields, changes);
    }

    /** Forgets what was noted of the person of a registration, and what was thought of them; that it was done stays. */
    public void forgetPerson(Registration registration) {
        OF_THE_PERSON.forEach(deed -> chronicle.forgetDetails(registration, deed));
        chronicle.forgetChanges(registration);
    }

    /** Says where a registration stands that its person, or whoever registered them, wanted back. */
    public void restored(EventDetails event, Registration restored, String actor) {
        chronicle.tell(restored, "restored", actor);
        correspondence.restored(event, restored, repository.sessions(restored.id()), repository.position(restored));
    }

    /** Says where a registration stands that counts from now on. */
    public void counts(EventDetails event, Registration registration) {
        correspondence.stands(
                event, registration, repository.sessions(registration.id()), repository.position(registration));
    }

    /** Says what is different of an event from what the person of a registration knew, if anything is. */
    public void changed(Snapshot known, EventDetails event, Registration registration) {
        correspondence.eventChanged(known, event, registration, repository.sessions(registration.id()));
    }

    /** Asks again for the address of a registration that is held to be confirmed. */
    public void askAgain(EventDetails event, Registration held, AddressHold hold) {
        correspondence.confirmAddress(event, held, repository.sessions(held.id()), hold, now());
    }

    /** Writes to the person of a registration, and sees to what they are to have in their calendar. */
    public void write(
            EventDetails event, Registration registration, String kind, Wording letter, Collection<Long> sessions) {
        correspondence.write(event, registration, kind, letter, now(), sessions);
    }

    /** Writes to the person of a registration. */
    public void write(EventDetails event, Registration registration, String kind, Wording letter) {
        correspondence.write(event, registration, kind, letter, now());
    }

    /** Keeps mails of a kind about a registration from being sent that are not sent yet, and forgets what they say. */
    public void stop(Registration registration, String kind) {
        correspondence.stop(registration, kind);
    }

    /** Writes to the person of a registration what many are told at once. */
    public void news(EventDetails event, Registration registration, String kind, Wording letter) {
        correspondence.news(event, registration, kind, letter, now());
    }

    /**
     * Writes for the last time to the person of a registration, who loses all of it that they have in a calendar; or to
     * an address that is theirs no more.
     */
    public void farewell(EventDetails event, Registration registration, String kind, Wording letter) {
        correspondence.farewell(event, registration, kind, letter, now());
    }

    /** Writes to the person of a registration unless that was done on this very occasion before, as is done to many at once. */
    public void writeOnce(
            EventDetails event, Registration registration, String kind, String occasion, Supplier<Wording> letter) {
        correspondence.writeOnce(event, registration, kind, occasion, letter);
    }

    /** Asks whoever answers for somebody under 18 whether they agree, unless they have said so. */
    public void askGuardian(EventDetails event, Registration registration) {
        guardians.of(registration.id()).filter(Guardian::isSilent).ifPresent(guardian -> {
            Token link = guardians.link(registration.id(), now());
            write(
                    event,
                    registration.of(guardian.name(), guardian.email()),
                    "guardian",
                    letters.askGuardian(
                            event, registration, repository.sessions(registration.id()), guardian.name(), link));
        });
    }

    /**
     * How a registration ended.
     *
     * @param gone whether its place goes at once to somebody who waits, where its person hears of that
     */
    record End(Registration cancelled, Turning.By by, boolean gone) {}

    void cancelled(EventDetails event, Registration before, End end, String actor) {
        turned(before, end.cancelled(), "cancelled", actor);
        correspondence.cancelled(event, end, repository.sessions(end.cancelled().id()), before.isConfirmed());
    }

    void approved(EventDetails event, Registration before, Registration approved, String actor) {
        turned(before, approved, "approved", actor);
        correspondence.stands(event, approved, repository.sessions(approved.id()), repository.position(approved));
    }

    void declined(EventDetails event, Registration before, Registration declined, String actor) {
        turned(before, declined, "declined", actor);
        correspondence.declined(event, declined, repository.sessions(declined.id()));
    }

    private void turned(Registration before, Registration after, String deed, String actor) {
        chronicle.tell(after, deed, actor, null, Changes.of("status", before.status(), after.status()));
    }
}
