package lv.kopa.organisation.team;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Member;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Changes;
import lv.kopa.organisation.audit.Deed;

/** Who helps with single events, and as what. It adds to what somebody is in the team, and never takes from it. */
@Singleton
public class Helpers {
    private final HelperRepository helpers;
    private final People people;
    private final Leaving leaving;
    private final Audit audit;

    Helpers(HelperRepository helpers, People people, Leaving leaving, Audit audit) {
        this.helpers = helpers;
        this.people = people;
        this.leaving = leaving;
        this.audit = audit;
    }

    /** Those of an event, by role, then by name. */
    public List<Helper> of(long eventId, Comparator<String> alphabet) {
        return helpers.of(eventId).stream()
                .sorted(Comparator.comparing(Helper::role).thenComparing(Helper::name, alphabet))
                .toList();
    }

    /** Those of all events of an organisation, of the latest event first. */
    List<Helper> ofOrganisation(long organisationId) {
        return helpers.ofOrganisation(organisationId);
    }

    /** Whether somebody may do in the whole organisation what a role in one event would let them. */
    public boolean isNeedless(EmailAddress address, Role role, long organisationId) {
        return colleague(address, organisationId)
                .map(Member::role)
                .filter(has -> has == Role.OWNER || has == Role.ORGANISER || has == role)
                .isPresent();
    }

    /**
     * Gives a role in an event to a colleague, or another one to whoever helps with it already. Whoever is just being taken
     * out of the team is no colleague any more: {@link Team#takeOut} holds the same lock.
     *
     * @return false where it is neither, and they are to be asked first
     */
    @UnitOfWork
    public boolean give(EmailAddress address, Role role, long organisationId, long eventId, String actor) {
        people.lockTeam(organisationId);
        Optional<Long> known = colleague(address, organisationId)
                .map(Member::personId)
                .or(() -> helpers.of(eventId).stream()
                        .filter(helper -> helper.email().equals(address.key()))
                        .map(Helper::personId)
                        .findFirst());
        known.ifPresent(person -> note(person, role, eventId, actor));
        return known.isPresent();
    }

    /** Gives a role in an event to somebody who was invited to it. */
    @UnitOfWork
    void join(long personId, TeamInvitation invitation, long eventId, String actor) {
        people.lockTeam(invitation.organisationId());
        note(personId, invitation.role(), eventId, actor);
    }

    private void note(long personId, Role role, long eventId, String actor) {
        Optional<Role> before = helpers.role(personId, eventId);
        helpers.give(personId, eventId, role);
        audit.record(new Deed(actor, "event", eventId, "helper-joined", "person:" + personId + " " + role)
                .with(Changes.of("role", before.orElse(null), role)));
    }

    /** Whoever has no role anywhere after that is signed out as by {@link Team#takeOut}. */
    @UnitOfWork
    public void take(long personId, long eventId, String actor) {
        Optional<Role> before = helpers.role(personId, eventId);
        if (helpers.take(personId, eventId) == 1) {
            audit.record(new Deed(actor, "event", eventId, "helper-left", "person:" + personId)
                    .with(Changes.of("role", before.orElse(null), null)));
            leaving.shutOutWhoeverHasNoRole(personId, actor);
        }
    }

    /** Takes all roles in events of an organisation from somebody. */
    @UnitOfWork
    void takeAll(long personId, long organisationId, String actor) {
        people.eventRoles(personId).stream()
                .filter(role -> role.organisationId() == organisationId)
                .forEach(role -> take(personId, role.eventId(), actor));
    }

    /** Lets those who help with an event help with its copy in the same organisation. */
    @UnitOfWork
    public void copy(long organisationId, long fromEvent, long toEvent, String actor) {
        people.lockTeam(organisationId);
        helpers.of(fromEvent).forEach(helper -> note(helper.personId(), helper.role(), toEvent, actor));
    }

    private Optional<Member> colleague(EmailAddress address, long organisationId) {
        return people.team(organisationId).stream()
                .filter(member -> member.email().equals(address.key()))
                .findFirst();
    }
}
