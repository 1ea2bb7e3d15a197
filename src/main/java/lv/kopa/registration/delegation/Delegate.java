package lv.kopa.registration.delegation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the head of a delegation has named.
 *
 * @param registrationId null for who had a registration of their own already, and for who has handed theirs over since
 * @param name as the head typed it, where there is no registration to see
 * @param emailKey of the address as the head typed it
 * @param leftAt when they no longer filled a place
 */
@MappedEntity("delegation_member")
record Delegate(
        @Id @GeneratedValue @Nullable Long id,
        long delegationId,
        long placesId,
        @Nullable Long registrationId,
        @Nullable String name,
        @Nullable String emailKey,
        Instant namedAt,
        @Nullable Instant leftAt) {

    long key() {
        return id == null ? 0 : id;
    }

    /** Whether they have a place of their own, and so none of the delegation's. */
    boolean isApart() {
        return registrationId == null;
    }

    /** Without the person, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Delegate[" + id + "]";
    }
}
