package lv.kopa.registration.invitation;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.wish.Admission;
import lv.kopa.registration.wish.Admission.Closed;
import lv.kopa.registration.wish.Admission.Knock;
import lv.kopa.registration.wish.Applicant.Pass;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Who is let in to events: everybody, whoever has the link for all, or whoever was invited by name. */
@Singleton
public class Invitations {
    private final InvitationRepository repository;
    private final Clock clock;

    Invitations(InvitationRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Whether somebody is let in, and with what; both by one look at the invitation, which may be another a moment later.
     *
     * @param closed why they are not
     * @param pass what they hold if the invitation is theirs by name, and good
     */
    public record Entrance(
            Optional<Sentence> closed, @Nullable Pass pass) {}

    /** Whether somebody with this invitation, or without any, can register for the event now. */
    public Entrance entrance(EventDetails event, @Nullable String secret, Language reader) {
        Optional<Invitation> own = find(event, secret);
        Optional<Invitation> good = own.filter(Invitation::isGood);
        Knock knock = new Knock(clock.instant(), secret, good.isPresent());
        return new Entrance(
                Admission.refusal(event.event(), knock, reader)
                        .map(refused -> own.flatMap(invitation -> why(refused, invitation))
                                .orElse(refused.sentence())),
                good.map(Invitation::pass).orElse(null));
    }

    /** Why nobody with this invitation, or without any, can register for the event now; or nothing. */
    public Optional<Sentence> closed(EventDetails event, @Nullable String secret, Language reader) {
        return entrance(event, secret, reader).closed();
    }

    private static Optional<Sentence> why(Closed closed, Invitation invitation) {
        if (closed.rule() != Admission.IS_INVITED) {
            return Optional.empty();
        }
        return Optional.of(Sentence.of(
                invitation.state() == InvitationState.WITHDRAWN
                        ? "registration.closed.invitation-withdrawn"
                        : "registration.closed.invitation-used"));
    }

    /** An invitation by name that one can register for this event by. */
    public Optional<Invitation> good(EventDetails event, @Nullable String secret) {
        return find(event, secret).filter(Invitation::isGood);
    }

    /** Whether this invitation, good or used by now, was mailed to an address: whoever has it reads what comes there. */
    public boolean isMailedTo(EventDetails event, @Nullable String secret, EmailAddress address) {
        return find(event, secret)
                .filter(invitation -> invitation.emailKey().equals(address.key()))
                .isPresent();
    }

    private Optional<Invitation> find(EventDetails event, @Nullable String secret) {
        return Optional.ofNullable(secret)
                .filter(typed -> !typed.isBlank())
                .flatMap(typed -> find(Token.inAddress(typed)))
                .filter(invitation -> invitation.eventId() == event.event().id());
    }

    /** How the keys of all mails about an invitation begin. */
    public static String mailKeys(long invitation) {
        return "invitation:" + invitation + ":";
    }

    /** When somebody was invited to an event, by the key of their address, whether or not they registered by that. */
    public Optional<Instant> invitedAt(long event, String emailKey) {
        return repository.invitedAt(event, emailKey);
    }

    Optional<Invitation> find(Token link) {
        return repository.findByLink(link.hash());
    }

    /**
     * Notes that somebody has registered by an invitation.
     *
     * @throws InvitationSpent if somebody else has before, or it was taken back
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spend(Pass pass, long registration, Instant now) {
        if (repository.spend(pass.invitation(), registration, now) == 0) {
            throw new InvitationSpent();
        }
    }
}
