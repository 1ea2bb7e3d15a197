package lv.kopa.registration.minor;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.wish.NamedGuardian;
import lv.kopa.web.Token;

/** What guardians say, and who they are. */
@Singleton
@UnitOfWork
public class Consenting {
    private final MinorRepository repository;
    private final Guardians guardians;
    private final Registrations registrations;
    private final Turning turning;
    private final Telling telling;

    Consenting(
            MinorRepository repository,
            Guardians guardians,
            Registrations registrations,
            Turning turning,
            Telling telling) {
        this.repository = repository;
        this.guardians = guardians;
        this.registrations = registrations;
        this.turning = turning;
        this.telling = telling;
    }

    /**
     * A registration with who answers for its person.
     *
     * @param sessions that the person chose or waits for, by their ids
     */
    public record Ward(Registration registration, Guardian guardian, List<Long> sessions) {}

    /**
     * What a link in a mail is about.
     *
     * @throws UnknownRegistration if there is nothing, or somebody else answers by now
     */
    Ward find(Token link) {
        Guardian guardian =
                guardians.find(link).orElseThrow(() -> UnknownRegistration.because(repository.ending(link.hash())));
        Registration registration =
                repository.findById(guardian.registrationId()).orElseThrow(UnknownRegistration::new);
        return new Ward(registration, guardian, repository.wanted(registration.id()));
    }

    /**
     * Notes that a guardian agrees; nothing happens where that was said before, or the registration has ended.
     *
     * @return whether they agree now to something that is still to come
     */
    boolean agree(Token link) {
        Registration registration = turning.lock(find(link).registration());
        if (find(link).guardian().isSilent() && registration.status().isLive()) {
            guardians.agree(registration.id(), telling.now());
            telling.note(registration, "guardian-agreed", Registrations.GUARDIAN, null);
        }
        return registration.status().isLive() && find(link).guardian().agrees();
    }

    /**
     * Notes that a guardian does not agree, or no longer; with it the registration ends, and its place is free. One that
     * the child has given up stays so.
     *
     * @return whether they refuse now; not where the event has begun
     */
    boolean refuse(Token link) {
        Registration registration = turning.lock(find(link).registration());
        if (!turning.event(registration.eventId()).event().isAhead(telling.now())) {
            return false;
        }
        if (guardians.refuse(registration.id(), telling.now())) {
            registrations.withdrawByGuardian(registration);
            repository.endWayBack(registration.id());
        }
        return true;
    }

    /** Has another person answer, or the same at another address, and asks them. */
    void name(Registration known, NamedGuardian guardian) {
        Registration registration = turning.lock(known);
        guardians.name(registration.id(), guardian, telling.now());
        telling.note(registration, "guardian-named", Deed.PARTICIPANT, null);
        telling.askGuardian(turning.event(registration.eventId()), registration);
    }

    /** Asks a guardian again, once. */
    void remind(long id, Instant now) {
        Registration registration = turning.lock(repository.findById(id).orElseThrow(UnknownRegistration::new));
        if (registration.status().isLive() && guardians.remind(id, now)) {
            telling.askGuardian(turning.event(registration.eventId()), registration);
        }
    }
}
