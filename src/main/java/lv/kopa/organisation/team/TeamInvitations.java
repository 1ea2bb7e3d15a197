package lv.kopa.organisation.team;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
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

/** Colleagues who are invited by mail, by a link that is good for a week and once. */
@Singleton
public class TeamInvitations {
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final TeamInvitationRepository invitations;
    private final People people;
    private final SecretLetters letters;
    private final Audit audit;
    private final Clock clock;

    TeamInvitations(
            TeamInvitationRepository invitations, People people, SecretLetters letters, Audit audit, Clock clock) {
        this.invitations = invitations;
        this.people = people;
        this.letters = letters;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whoever has not answered yet, the latest first. */
    List<TeamInvitation> of(long organisationId) {
        return invitations.of(organisationId);
    }

    /** Invites somebody; whoever was invited before gets a new link, and the former is void. */
    @UnitOfWork
    void invite(Organisation organisation, EmailAddress address, Role role, Organiser inviter) {
        Token link = Token.random();
        Instant now = clock.instant();
        invitations.invite(organisation.id(), address.key(), role, link.hash(), now, now.plus(GOOD_FOR));
        Language language = people.find(address).map(Person::language).orElse(inviter.language());
        letters.send(
                new SecretLetters.Letter(
                        "team-invitation",
                        List.of(
                                organisation.name(),
                                Sentence.of("role." + role.name()).in(language),
                                inviter.name()),
                        "/join/" + link.secret(),
                        organisation.name()),
                address,
                language);
        audit.record(new Deed(inviter.actor(), "organisation", organisation.id(), "invited", role.name()));
    }

    @UnitOfWork
    void withdraw(long organisationId, long id, String actor) {
        if (invitations.withdraw(id, organisationId) == 1) {
            audit.record(new Deed(actor, "organisation", organisationId, "invitation-withdrawn", "invitation:" + id));
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
     * Takes somebody who has an account into the team; who is in it already stays what they are.
     *
     * @throws InvitationSpent where it was answered or taken back, or is too old
     */
    @UnitOfWork
    void accept(Token link, long personId) {
        TeamInvitation invitation = find(link);
        if (invitations.use(invitation.id(), link.hash()) == 0) {
            throw new InvitationSpent();
        }
        boolean there = people.memberships(personId).stream()
                .anyMatch(team -> team.organisationId() == invitation.organisationId());
        if (!there) {
            people.join(personId, invitation.organisationId(), invitation.role(), "person:" + personId);
        }
    }

    /**
     * Gives somebody who has none an account, and takes them in.
     *
     * @throws InvitationSpent where it was answered or taken back, is too old, or somebody has the address by now
     */
    @UnitOfWork
    Person acceptNewly(Token link, String name, String password, Language language) {
        EmailAddress address = find(link).address();
        if (people.find(address).isPresent()) {
            throw new InvitationSpent();
        }
        Person person = people.create(name, address, password, language);
        accept(link, person.id());
        return person;
    }

    /** Whether whoever was invited has an account. */
    boolean isKnown(TeamInvitation invitation) {
        return people.find(invitation.address()).isPresent();
    }
}
