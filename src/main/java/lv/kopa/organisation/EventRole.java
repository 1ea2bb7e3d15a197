package lv.kopa.organisation;

import io.micronaut.core.annotation.Introspected;

/** That somebody helps with one event, whether or not they belong to the team of the organisation that holds it. */
@Introspected
public record EventRole(long eventId, String eventSlug, long organisationId, String slug, String name, Role role) {

    /** What they are in the organisation as long as it is about this event. */
    Membership membership() {
        return new Membership(organisationId, slug, name, role);
    }
}
