package lv.kopa.registration.invitation;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.Duplicate;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Turn;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Invites people by name, reminds them, takes that back; and hears that somebody will not come. */
@Singleton
@UnitOfWork
class Inviting {
    /** Nobody is reminded more often. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private final InvitationRepository repository;
    private final InvitationMail mail;
    private final Audit audit;
    private final Clock clock;

    Inviting(InvitationRepository repository, InvitationMail mail, Audit audit, Clock clock) {
        this.repository = repository;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody is invited to the event already; the transaction must be undone. */
    static final class InvitedAlready extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvitedAlready() {
            super("invited", null, false, false);
        }
    }

    /** All who were ever invited to an event, by their names. */
    List<Invitation> of(long event) {
        return repository.of(event);
    }

    /** The keys of the addresses of everybody who is registered for an event. */
    List<String> registered(long event) {
        return repository.registered(event);
    }

    /**
     * Invites people, all of them or nobody. Of whose invitation nothing came is invited anew.
     *
     * @param approved whether their registrations need no organiser's word any more
     * @throws InvitedAlready if somebody is invited by now
     */
    void invite(EventDetails event, List<Guest> guests, boolean approved, String actor) {
        Turn turn = guests.size() == 1 ? Turn.OWN : Turn.EVENT;
        guests.forEach(guest -> invite(event, guest, approved, turn));
        audit.record(new Deed(actor, "event", event.event().id(), "people-invited", Integer.toString(guests.size())));
    }

    private void invite(EventDetails event, Guest guest, boolean approved, Turn turn) {
        long id = event.event().id();
        Instant now = now();
        String key = guest.email().key();
        @Nullable Long category = guest.category().map(Category::id).orElse(null);
        String language = guest.language().tag();
        String email = guest.email().value();
        if (repository.inviteAgain(id, guest.name(), email, key, language, category, approved, now) == 0) {
            try {
                repository.invite(id, guest.name(), email, key, language, category, approved, now);
            } catch (DataAccessException refused) {
                throw Duplicate.isBehind(refused, "invitation_person") ? new InvitedAlready() : refused;
            }
        }
        Invitation invitation = repository.find(repository.idOf(id, key)).orElseThrow();
        mail.invite(event, invitation, link(invitation, now), turn, now);
    }

    /**
     * Reminds those who have not answered, and were not written to for a day.
     *
     * @return how many that were
     */
    int remindAll(EventDetails event, String actor) {
        Instant now = now();
        int reminded = (int) repository.of(event.event().id()).stream()
                .filter(Invitation::isUnanswered)
                .filter(invitation -> remind(event, invitation, now))
                .count();
        if (reminded > 0) {
            audit.record(new Deed(actor, "event", event.event().id(), "invited-reminded", Integer.toString(reminded)));
        }
        return reminded;
    }

    /** Reminds somebody, unless they have answered or were written to meanwhile. */
    void remind(EventDetails event, long id) {
        repository.find(id).filter(Invitation::isUnanswered).ifPresent(invitation -> remind(event, invitation, now()));
    }

    private boolean remind(EventDetails event, Invitation invitation, Instant now) {
        boolean first = repository.remind(invitation.id(), now, now.minus(PATIENCE)) == 1;
        if (first) {
            mail.remind(event, invitation, link(invitation, now), now);
        }
        return first;
    }

    /** Takes an invitation back that nobody has registered by, and says so; whether it was this call that did. */
    boolean withdraw(EventDetails event, long id, String actor) {
        Optional<Invitation> invitation = repository
                .find(id)
                .filter(found -> found.eventId() == event.event().id());
        if (invitation.isEmpty() || repository.withdraw(id) == 0) {
            return false;
        }
        mail.withdrawn(event, invitation.get(), now());
        audit.record(new Deed(actor, "event", event.event().id(), "invitation-withdrawn"));
        return true;
    }

    /**
     * Notes that whoever is invited will not come; one that was answered already stays as it is.
     *
     * @return whether that is what stands by now
     */
    boolean decline(Invitation invitation) {
        boolean first = repository.decline(invitation.id(), now()) == 1;
        if (first) {
            audit.record(new Deed(Deed.PARTICIPANT, "event", invitation.eventId(), "invitation-declined"));
        }
        return first || invitation.state() == InvitationState.DECLINED;
    }

    private Token link(Invitation invitation, Instant now) {
        Token link = Token.random();
        repository.addLink(link.hash(), invitation.id(), now);
        return link;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
