package lv.kopa.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lv.kopa.text.Language;

/**
 * Who is signed in, as a controller takes them for an argument.
 *
 * @param actor who they are in the record of deeds: `person:12`, or `token:7` for a program of theirs
 */
public record Organiser(long personId, String name, Language language, String actor, List<Membership> memberships) {
    public Organiser {
        memberships = memberships.stream()
                .sorted(Comparator.comparing(Membership::name, language.alphabet()))
                .toList();
    }

    public boolean mayOrganise(long organisationId) {
        return memberships.stream().anyMatch(membership -> membership.organisationId() == organisationId);
    }

    /** Whether they may change the organisation itself. */
    public boolean owns(long organisationId) {
        return memberships.stream()
                .anyMatch(
                        membership -> membership.organisationId() == organisationId && membership.role() == Role.OWNER);
    }

    public List<Long> organisations() {
        return memberships.stream().map(Membership::organisationId).toList();
    }

    public Optional<Membership> in(String organisationSlug) {
        return memberships.stream()
                .filter(membership -> membership.slug().equals(organisationSlug))
                .findFirst();
    }

    @Override
    public String toString() {
        return actor;
    }
}
