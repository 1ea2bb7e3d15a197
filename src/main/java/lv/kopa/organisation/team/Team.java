package lv.kopa.organisation.team;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Member;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.factor.SecondFactors;

/** Who is in an organisation's team. What they may do is asked anew at every request, so that changes count at once. */
@Singleton
public class Team {
    private final People people;
    private final Helpers helpers;
    private final Leaving leaving;
    private final SecondFactors factors;

    Team(People people, Helpers helpers, Leaving leaving, SecondFactors factors) {
        this.people = people;
        this.helpers = helpers;
        this.leaving = leaving;
        this.factors = factors;
    }

    /** By role, then by name. */
    List<Member> of(long organisationId, Comparator<String> alphabet) {
        return people.team(organisationId).stream()
                .sorted(Comparator.comparing(Member::role).thenComparing(Member::name, alphabet))
                .toList();
    }

    boolean hasSecondFactor(Member member) {
        return factors.isOn(member.personId());
    }

    /**
     * Gives somebody another role.
     *
     * @throws lv.kopa.organisation.LastOwner where they are the only owner
     */
    @UnitOfWork
    void change(long organisationId, long personId, Role role, Organiser owner) {
        Member member = member(organisationId, personId);
        if (member.role() != role) {
            people.join(personId, organisationId, role, owner.actor());
        }
    }

    /**
     * Takes somebody out, of single events too, and ends all their sign-ins. Their tokens open nothing here any more; those
     * of whoever is left no role at all are gone, and so are their passkeys.
     *
     * @throws lv.kopa.organisation.LastOwner where they are the only owner
     */
    @UnitOfWork
    void takeOut(long organisationId, long personId, Organiser owner) {
        member(organisationId, personId);
        if (!people.leave(personId, organisationId, owner.actor())) {
            throw new UnknownColleague();
        }
        helpers.takeAll(personId, organisationId, owner.actor());
        leaving.signOut(personId);
        leaving.shutOutWhoeverHasNoRole(personId, owner.actor());
    }

    /**
     * Turns off the second factor of somebody who lost it, and ends their sign-ins.
     *
     * @throws UnknownColleague where they are in a team besides that this owner does not own, which relies on it too
     */
    @UnitOfWork
    void resetSecondFactor(long organisationId, long personId, Organiser owner) {
        Member member = member(organisationId, personId);
        if (!mayReset(member, owner)) {
            throw new UnknownColleague();
        }
        factors.remove(member.personId(), owner.actor());
        leaving.signOut(personId);
    }

    /**
     * Whether this owner owns every team and event that relies on a colleague's second factor. Their own they turn off by their
     * password.
     */
    boolean mayReset(Member member, Organiser owner) {
        Set<Long> owned = owner.memberships().stream()
                .filter(own -> own.role() == Role.OWNER)
                .map(Membership::organisationId)
                .collect(Collectors.toSet());
        return member.personId() != owner.personId()
                && people.memberships(member.personId()).stream()
                        .allMatch(team -> owned.contains(team.organisationId()))
                && people.eventRoles(member.personId()).stream()
                        .allMatch(role -> owned.contains(role.organisationId()));
    }

    private Member member(long organisationId, long personId) {
        return people.team(organisationId).stream()
                .filter(member -> member.personId() == personId)
                .findFirst()
                .orElseThrow(UnknownColleague::new);
    }
}
