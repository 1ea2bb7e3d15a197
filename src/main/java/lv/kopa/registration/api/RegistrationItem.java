package lv.kopa.registration.api;

import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.TRUE;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

/**
 * A registration as its person and its event's organisers see it.
 *
 * @param event its slug
 * @param category the key of the kind of place; null where the event has none
 * @param position the turn among those who would take the same kind of place, from 1; null while one is offered
 * @param email theirs, or of whoever registered them; null where there is none
 * @param language the tag of the language the person is written to in
 * @param sessions the ids of the sessions that were chosen
 * @param waitFor the full sessions that the person would join once there is a place, with the turn in line for each
 * @param answers by the key of the question, those left out that few may see
 * @param reason why it was declined or cancelled, if that was said
 * @param confirmBy until when it is held for the person to confirm the address; null where that is done, or not asked
 * @param answerBy until when a place is offered to the person, who waits for one; null while none is
 * @param delegation the partner of whose delegation the person is; null where of none
 * @param guardian who answers for the person; null for whoever is 18 or was not asked
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record RegistrationItem(
        String reference,
        RegistrationStatus status,
        @Nullable Integer position,
        String event,
        @Nullable String category,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String organisation,
        String language,
        List<Long> sessions,
        List<SessionTurnItem> waitFor,

        @Schema(type = "object", additionalProperties = TRUE)
        Map<String, Object> answers,

        @Nullable String reason,
        Instant registeredAt,
        Instant changedAt,
        @Nullable Instant confirmBy,
        @Nullable Instant answerBy,
        @Nullable String delegation,
        @Nullable GuardianItem guardian,
        Links links) {

    /**
     * Who answers for somebody under 18.
     *
     * @param agreedAt when they agreed; null while they have not
     * @param refusedAt when they did not agree, which cancelled the registration
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record GuardianItem(
            String name,
            String email,
            String phone,
            @Nullable Instant agreedAt,
            @Nullable Instant refusedAt) {}

    /**
     * A turn in the line for a full session.
     *
     * @param session its id
     * @param position from 1
     */
    @Serdeable
    record SessionTurnItem(long session, int position) {}

    /** Where else to look. */
    @Serdeable
    record Links(String self, String event) {}

    /**
     * What has come of registering.
     *
     * @param position the turn among those who wait for the same kind of place, from 1; null for whoever does not wait
     * @param confirmBy until when it is held for the person to confirm the address; null where that is not asked
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Receipt(
            String reference,
            RegistrationStatus status,
            @Nullable Integer position,
            @Nullable Instant confirmBy,
            ReceiptLinks links) {}

    /**
     * What one can do with it.
     *
     * @param self the registration for programs
     * @param manage the person's own page; what it ends with is the token by which the person, and no organiser, may see
     *     and cancel the registration here
     * @param calendar the person's sessions for their calendar
     */
    @Serdeable
    record ReceiptLinks(String self, String manage, String calendar) {}
}
