package lv.kopa.organisation;

import io.micronaut.core.annotation.AnnotationMetadata;

/**
 * What a request asks of the roles of whoever makes it; the one place where that is decided. To look, one has to be an
 * auditor or more; to do anything, an organiser or more; {@link Needs} and {@link Personal} say otherwise.
 *
 * @param looking whether it changes nothing
 * @param personal whether it is about what is the person's own
 */
public record Demand(Role needed, boolean looking, boolean personal) {

    /** That of a request to a controller's method, by what is written at the two. */
    public static Demand of(AnnotationMetadata method, boolean looking) {
        Role needed = method.enumValue(Needs.class, Role.class).orElse(looking ? Role.AUDITOR : Role.ORGANISER);
        return new Demand(needed, looking, method.hasAnnotation(Personal.class));
    }

    public boolean isMetBy(Role role) {
        return personal || role.suffices(needed, looking);
    }
}
