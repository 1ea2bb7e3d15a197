package lv.kopa.registration.party;

import java.util.Optional;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/** What a contact sees of somebody they have registered; no answer, no address. */
public record Companion(long id, String name, @Nullable Long categoryId, RegistrationStatus status) {

    /** Whether they have a place, and do not only want one. */
    public boolean hasPlace() {
        return status == RegistrationStatus.CONFIRMED;
    }

    static Companion of(Member member, Optional<Registration> registration) {
        long id = member.id() == null ? 0 : member.id();
        return registration
                .map(own -> new Companion(id, own.name(), own.categoryId(), own.status()))
                .orElseGet(() -> new Companion(
                        id,
                        member.name() == null ? "" : member.name(),
                        member.categoryId(),
                        member.standing() == null ? RegistrationStatus.CANCELLED : member.standing()));
    }
}
