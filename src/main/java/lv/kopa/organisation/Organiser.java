package lv.kopa.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as a controller takes them for an argument. Their memberships are those whose role is enough for the
 * request; whoever asks about another organisation of theirs hears that their role falls short. A role in the event that
 * the request is about counts as one in the organisation that holds it, as long as the request lasts.
 *
 * @param actor who they are in the record of deeds: `person:12`, or `token:7` for a program of theirs
 * @param lesser memberships whose role is not enough
 * @param events roles in single events that are enough where a request is about no event in particular
 * @param here the role in the event that the request is about, as far as it is not enough
 */
public record Organiser(
        long personId,
        String name,
        Language language,
        String actor,
        List<Membership> memberships,
        List<Membership> lesser,
        List<EventRole> events,
        @Nullable EventRole here) {
    public Organiser {
        memberships = memberships.stream()
                .sorted(Comparator.comparing(Membership::name, language.alphabet()))
                .toList();
    }

    /** As they are known before it is said what they ask for. */
    public Organiser(
            long personId,
            String name,
            Language language,
            String actor,
            List<Membership> memberships,
            List<EventRole> events) {
        this(personId, name, language, actor, memberships, List.of(), events, null);
    }

    /** The same whose request is about an event. */
    public Organiser at(long eventId) {
        EventRole there = events.stream()
                .filter(role -> role.eventId() == eventId)
                .findFirst()
                .orElse(null);
        return new Organiser(personId, name, language, actor, memberships, lesser, events, there);
    }

    /** The same as far as their roles are enough. */
    public Organiser meeting(Demand demand) {
        EventRole raised = here != null && demand.isMetBy(here) ? here : null;
        return new Organiser(
                personId,
                name,
                language,
                actor,
                Stream.concat(
                                memberships.stream().filter(team -> demand.isMetBy(team.role())),
                                Stream.ofNullable(raised).map(EventRole::membership))
                        .toList(),
                memberships.stream()
                        .filter(team -> !demand.isMetBy(team.role()))
                        .toList(),
                events.stream().filter(demand::isMetAnywhereBy).toList(),
                raised == null ? here : null);
    }

    /**
     * Where nothing says yet which organisation it is about.
     *
     * @throws RoleFallsShort where they are in a team or help with an event, and nowhere is their role enough
     */
    public void requireAny(Demand demand) {
        Organiser enough = meeting(demand);
        if (demand.personal() || !enough.memberships.isEmpty() || !enough.events.isEmpty()) {
            return;
        }
        enough.refuse(membership -> true);
        events.stream().findFirst().ifPresent(role -> {
            throw RoleFallsShort.outside(role);
        });
    }

    /** @throws RoleFallsShort if they are in the team, and their role is not enough */
    public boolean mayOrganise(long organisationId) {
        return in(membership -> membership.organisationId() == organisationId).isPresent();
    }

    /** Whether their role in an organisation is enough; where a page is about another one, and only shows more if it is. */
    public boolean isAt(long organisationId) {
        return organisations().contains(organisationId);
    }

    /** The same of an event that an organisation holds. */
    public boolean isAt(long organisationId, long eventId) {
        return isAt(organisationId) || eventIds().contains(eventId);
    }

    /**
     * Whether they may change the organisation itself.
     *
     * @throws RoleFallsShort if they are in the team, and no owner
     */
    public boolean owns(long organisationId) {
        Optional<Membership> membership = in(team -> team.organisationId() == organisationId);
        membership.filter(team -> team.role() != Role.OWNER).ifPresent(team -> {
            throw new RoleFallsShort(team);
        });
        return membership.isPresent();
    }

    public List<Long> organisations() {
        return memberships.stream().map(Membership::organisationId).distinct().toList();
    }

    /** The single events they help with. */
    public List<Long> eventIds() {
        return events.stream().map(EventRole::eventId).toList();
    }

    /** @throws RoleFallsShort if they are in the team, and their role is not enough */
    public Optional<Membership> in(String organisationSlug) {
        return in(membership -> membership.slug().equals(organisationSlug));
    }

    private Optional<Membership> in(Predicate<Membership> which) {
        Optional<Membership> found = memberships.stream().filter(which).findFirst();
        if (found.isEmpty()) {
            refuse(which);
        }
        return found;
    }

    private void refuse(Predicate<Membership> which) {
        lesser.stream().filter(which).findFirst().ifPresent(membership -> {
            throw new RoleFallsShort(membership);
        });
        EventRole fallsShort = here;
        if (fallsShort != null && which.test(fallsShort.membership())) {
            throw RoleFallsShort.at(fallsShort);
        }
    }

    @Override
    public String toString() {
        return actor;
    }
}
