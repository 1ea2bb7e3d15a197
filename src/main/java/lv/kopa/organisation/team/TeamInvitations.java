package lv.kopa.organisation.team;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.account.SecretLetters;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Token;

/** Colleagues, and helpers with single events, who are invited by mail, by a link that is good for a week and once. */
@Singleton
public class TeamInvitations {
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final TeamInvitationRepository invitations;
    private final Circle circle;
    private final SecretLetters letters;
    private final Audit audit;
    private final Clock clock;

    TeamInvitations(
            TeamInvitationRepository invitations, Circle circle, SecretLetters letters, Audit audit, Clock clock) {
        this.invitations = invitations;
        this.circle = circle;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom invitations take in. */
    @Singleton
    record Circle(People people, Helpers helpers) {}

    /** Whoever was invited by an organisation and has not answered yet, the latest first. */
    List<TeamInvitation> of(long organisationId) {
        return invitations.of(organisationId);
    }

    /** Whoever was invited to help with an event and has not answered yet, the latest first. */
    public List<TeamInvitation> ofEvent(long eventId) {
        return invitations.ofEvent(eventId);
    }

    /** Invites somebody; whoever was invited before to the same gets a new link, and the former is void. */
    @UnitOfWork
    public void invite(Invited to, EmailAddress address, Role role, Organiser inviter) {
        Token link = Token.random();
        Instant now = clock.instant();
        long organisation = to.organisation().id();
        Long event = to.eventId();
        invitations.invite(organisation, event, address.key(), role, link.hash(), now, now.plus(GOOD_FOR));
        Language language = circle.people().find(address).map(Person::language).orElse(inviter.language());
        letters.send(letter(to, role, inviter, "/join/" + link.secret(), language), address, language);
        audit.record(
                event == null
                        ? new Deed(inviter.actor(), "organisation", organisation, "invited", role.name())
                        : new Deed(inviter.actor(), "event", event, "helper-invited", role.name()));
    }

    private static SecretLetters.Letter letter(
            Invited to, Role role, Organiser inviter, String path, Language language) {
        String name = to.organisation().name();
        String called = Sentence.of("role." + role.name()).in(language);
        if (to.eventId() == null) {
            return new SecretLetters.Letter("team-invitation", List.of(name, called, inviter.name()), path, name);
        }
        String means = Sentence.of("role.means.event." + role.name()).in(language);
        return new SecretLetters.Letter(
                "helper-invitation",
                List.of(to.eventTitle().in(language), name, called, means, inviter.name()),
                path,
                name);
    }

    @UnitOfWork
    void withdraw(long organisationId, long id, String actor) {
        if (invitations.withdraw(id, organisationId) == 1) {
            audit.record(new Deed(actor, "organisation", organisationId, "invitation-withdrawn", "invitation:" + id));
        }
    }

    /** Takes an invitation to help with an event back. */
    @UnitOfWork
    public void withdrawFromEvent(long eventId, long id, String actor) {
        if (invitations.withdrawFromEvent(id, eventId) == 1) {
            audit.record(new Deed(actor, "event", eventId, "invitation-withdrawn", "invitation:" + id));
        }
    }

    /**
     * What a link invites to.
     *
     * @throws InvitationSpent where it was answered or taken back, or is too old
     */
    TeamInvitation find(Token link) {
        return invitations.good(link.hash(), clock.instant()).orElseThrow(InvitationSpent::new);
    }

    /**
     * Takes somebody who has an account into the team, or lets them help with the event; who is in the team already stays
     * what they are.
     *
     * @return what they were invited to
     * @throws InvitationSpent where it was answered or taken back, or is too old
     */
    @UnitOfWork
    TeamInvitation accept(Token link, long personId) {
        TeamInvitation invitation = find(link);
        if (invitations.use(invitation.id(), link.hash()) == 0) {
            throw new InvitationSpent();
        }
        String actor = "person:" + personId;
        Long event = invitation.eventId();
        if (event != null) {
            circle.helpers().join(personId, invitation, event, actor);
        } else if (circle.people().memberships(personId).stream()
                .noneMatch(team -> team.organisationId() == invitation.organisationId())) {
            circle.people().join(personId, invitation.organisationId(), invitation.role(), actor);
        }
        return invitation;
    }

    /**
     * Gives somebody who has none an account, and takes them in.
     *
     * @throws InvitationSpent where it was answered or taken back, is too old, or somebody has the address by now
     */
    @UnitOfWork
    Person acceptNewly(Token link, String name, String password, Language language) {
        EmailAddress address = find(link).address();
        if (circle.people().find(address).isPresent()) {
            throw new InvitationSpent();
        }
        Person person = circle.people().create(name, address, password, language);
        accept(link, person.id());
        return person;
    }

    /** Whether whoever was invited has an account. */
    boolean isKnown(TeamInvitation invitation) {
        return circle.people().find(invitation.address()).isPresent();
    }
}
