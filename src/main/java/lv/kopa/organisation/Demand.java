package lv.kopa.organisation;

import io.micronaut.core.annotation.AnnotationMetadata;

/**
 * What a request asks of the roles of whoever makes it; the one place where that is decided. To look, one has to be an
 * auditor or more; to do anything, an organiser or more; {@link Needs} and {@link Personal} say otherwise. A role in one
 * event counts at the addresses that name the event.
 *
 * @param looking whether it changes nothing
 * @param personal whether it is about what is the person's own
 * @param of in what the role has to be
 */
public record Demand(Role needed, boolean looking, boolean personal, Needs.Of of) {

    /** That of a request to a controller's method, by what is written at the two. */
    public static Demand of(AnnotationMetadata method, boolean looking) {
        Role needed = method.enumValue(Needs.class, Role.class).orElse(looking ? Role.AUDITOR : Role.ORGANISER);
        Needs.Of of = method.enumValue(Needs.class, "of", Needs.Of.class).orElse(Needs.Of.EVENT);
        return new Demand(needed, looking, method.hasAnnotation(Personal.class), of);
    }

    public boolean isMetBy(Role role) {
        return personal || role.suffices(needed, looking);
    }

    /** Whether it is met at an address that names the event. */
    public boolean isMetBy(EventRole role) {
        return of != Needs.Of.ORGANISATION && isMetBy(role.role());
    }

    /** Whether it is met at an address that names no event. */
    boolean isMetAnywhereBy(EventRole role) {
        return of == Needs.Of.ANY_EVENT && isMetBy(role.role());
    }
}
