package lv.kopa.registration.delegation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * The places of one kind in a delegation.
 *
 * @param categoryId null where the event has no kinds of place
 * @param filled how many people are named for them
 * @param apart how many of those have a place of their own, so that the delegation's is still empty
 */
@MappedEntity("delegation_places")
public record Allotment(
        @Id @GeneratedValue @Nullable Long id,
        long delegationId,
        @Nullable Long categoryId,
        int places,
        int filled,
        int apart) {

    public long key() {
        return id == null ? 0 : id;
    }

    /** The id of its kind; 0 for none. */
    public long kind() {
        return categoryId == null ? 0 : categoryId;
    }

    /** How many are kept empty. */
    int reserved() {
        return places - filled + apart;
    }

    public boolean isFilled() {
        return filled >= places;
    }
}
