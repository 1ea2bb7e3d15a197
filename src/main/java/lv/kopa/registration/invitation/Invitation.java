package lv.kopa.registration.invitation;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import lv.kopa.registration.wish.Applicant.Pass;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom an organiser invites to an event by name.
 *
 * @param language the tag of the language they are written to in
 * @param categoryId the kind of place they are to have; null where they choose
 * @param approved whether their registration needs no organiser's word any more
 * @param writtenAt when they were last written to
 * @param remindedAt when they were last reminded
 * @param answeredAt when they last answered
 * @param reference the name of the registration that has come of it, or that their address has anyway
 * @param standing the name of that registration's status
 */
@MappedEntity("invitation")
public record Invitation(
        @Id long id,
        long eventId,
        String name,
        String email,
        String emailKey,
        String language,
        @Nullable Long categoryId,
        boolean approved,
        InvitationState state,
        Instant invitedAt,
        Instant writtenAt,
        @Nullable Instant remindedAt,
        @Nullable Instant answeredAt,
        @Nullable String reference,
        @Nullable String standing) {
    private static final String CANCELLED = "CANCELLED";
    private static final String DECLINED = "DECLINED";

    public Language reader() {
        return Language.of(language).orElse(Language.EN);
    }

    /** Whether one can register by it: until somebody has, and again once that was given up. */
    public boolean isGood() {
        return switch (state) {
            case OPEN, DECLINED -> true;
            case REGISTERED -> CANCELLED.equals(standing);
            case WITHDRAWN -> false;
        };
    }

    /** Whether it waits for an answer. */
    public boolean isUnanswered() {
        return state == InvitationState.OPEN && !isRegistered();
    }

    /** Whether whoever is invited has a place, or may still get one. */
    public boolean isRegistered() {
        return standing != null && !standing.equals(CANCELLED) && !standing.equals(DECLINED);
    }

    /** What whoever registers by it holds. */
    public Pass pass() {
        return new Pass(id, emailKey, approved, categoryId);
    }

    /** Without the person, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Invitation[" + id + "]";
    }
}
