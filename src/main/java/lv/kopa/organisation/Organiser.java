package lv.kopa.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.kopa.text.Language;

/**
 * Who is signed in, as a controller takes them for an argument. Their memberships are those whose role is enough for the
 * request; whoever asks about another organisation of theirs hears that their role falls short.
 *
 * @param actor who they are in the record of deeds: `person:12`, or `token:7` for a program of theirs
 * @param lesser memberships whose role is not enough
 */
public record Organiser(
        long personId,
        String name,
        Language language,
        String actor,
        List<Membership> memberships,
        List<Membership> lesser) {
    public Organiser {
        memberships = memberships.stream()
                .sorted(Comparator.comparing(Membership::name, language.alphabet()))
                .toList();
    }

    public Organiser(long personId, String name, Language language, String actor, List<Membership> memberships) {
        this(personId, name, language, actor, memberships, List.of());
    }

    /** The same as far as their roles are enough. */
    public Organiser meeting(Demand demand) {
        Map<Boolean, List<Membership>> enough =
                memberships.stream().collect(Collectors.partitioningBy(team -> demand.isMetBy(team.role())));
        return new Organiser(
                personId,
                name,
                language,
                actor,
                enough.getOrDefault(true, List.of()),
                enough.getOrDefault(false, List.of()));
    }

    /**
     * Where nothing says yet which organisation it is about.
     *
     * @throws RoleFallsShort where they are in a team, and in none is their role enough
     */
    public void requireAny() {
        if (memberships.isEmpty()) {
            refuse(membership -> true);
        }
    }

    /** @throws RoleFallsShort if they are in the team, and their role is not enough */
    public boolean mayOrganise(long organisationId) {
        return in(membership -> membership.organisationId() == organisationId).isPresent();
    }

    /** Whether their role in an organisation is enough; where a page is about another one, and only shows more if it is. */
    public boolean isAt(long organisationId) {
        return organisations().contains(organisationId);
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
        return memberships.stream().map(Membership::organisationId).toList();
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
    }

    @Override
    public String toString() {
        return actor;
    }
}
