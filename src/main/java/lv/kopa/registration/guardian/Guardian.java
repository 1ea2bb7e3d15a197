package lv.kopa.registration.guardian;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for somebody under 18.
 *
 * @param askedAt when a mail asked whether they agree; null where they registered the child themselves
 * @param agreedAt when they agreed; null where they have not, or think otherwise by now
 * @param textVersion of what they agreed to
 */
@MappedEntity("guardian")
public record Guardian(
        @Id long registrationId,
        String name,
        String email,
        String phone,
        @Nullable Instant askedAt,
        @Nullable Instant remindedAt,
        @Nullable Instant refusedAt,
        @Nullable Instant agreedAt,
        @Nullable String textVersion) {

    public boolean agrees() {
        return agreedAt != null;
    }

    public boolean refuses() {
        return refusedAt != null;
    }

    /** Whether they have yet to answer. */
    public boolean isSilent() {
        return !agrees() && !refuses();
    }

    /** The key of the word for where it stands. */
    public String textKey() {
        if (agrees()) {
            return "registration.guardian.agreed";
        }
        return refuses() ? "registration.guardian.refused" : "registration.guardian.silent";
    }

    /** Without the person, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Guardian[" + registrationId + "]";
    }
}
