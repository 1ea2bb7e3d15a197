package lv.kopa.organisation;

import io.micronaut.core.annotation.Introspected;

/** Somebody in a team. */
@Introspected
public record Member(long personId, String name, String email, Role role) {
    @Override
    public String toString() {
        return "person:" + personId;
    }
}
