package lv.kopa.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept about a person for one registration, for that person.
 *
 * @param event what it is for, and when
 * @param controller the association that keeps it
 * @param delegation in which they were named, and by whom
 * @param sessions what the person chose
 * @param waitFor full sessions that the person waits for
 * @param calendar how the person has the event in a calendar
 * @param alternatives other kinds of place the person would take
 * @param places that were offered to the person while waiting
 * @param newAddress where the person wants to be written to, until that is confirmed
 * @param offeredTo to whom they offer it
 * @param guardian who answers for the person, who is under 18
 * @param invitedAt when an organiser invited the person
 * @param present sessions at which they were recorded
 * @param opinion what the organisers noted of them before deciding
 * @param history what was done, the latest first
 * @param messages what was written to them, the latest first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OwnData(
        String reference,
        String status,
        String event,
        String when,
        String controller,
        String name,
        String email,
        @Nullable String phone,
        @Nullable String organisation,
        String language,
        @Nullable String category,
        @Nullable Delegated delegation,
        List<String> alternatives,
        List<String> sessions,
        List<String> waitFor,
        String calendar,
        @Nullable String reason,
        Instant registeredAt,
        Instant changedAt,
        @Nullable String newAddress,
        @Nullable OfferedTo offeredTo,
        List<PlaceOffered> places,
        @Nullable GuardianNamed guardian,
        @Nullable Instant invitedAt,
        List<Answered> answers,
        List<Consent> consents,
        List<Presence> present,
        @Nullable Opinion opinion,
        List<Deed> history,
        List<Letter> messages) {

    /** Somebody else whom the person named. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfferedTo(
            String name, String email, @Nullable String message, Instant offeredAt) {}

    /** Whose delegation somebody is of. */
    @Serdeable
    public record Delegated(String partner, String namedBy) {}

    /**
     * A place that was offered.
     *
     * @param ending how that ended; null as long as it has not
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PlaceOffered(
            @Nullable String category,
            Instant offeredAt,
            Instant answerBy,
            @Nullable String ending,
            @Nullable Instant endedAt) {}

    /** Who answers for the person, and when they agreed or refused. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record GuardianNamed(
            String name,
            String email,
            String phone,
            String answer,
            @Nullable Instant askedAt,
            @Nullable Instant agreedAt,
            @Nullable Instant refusedAt) {}

    /** A question and what the person answered, sensitive ones too. */
    @Serdeable
    public record Answered(String question, String answer) {}

    /**
     * What was agreed to.
     *
     * @param textVersion the beginning of the SHA-256 of the text in all languages
     * @param textSince since when the text says that, where that is known
     * @param by who said so: participant, another who registered them, organiser, who did, guardian or unknown
     * @param byName what another is called who said so
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Consent(
            String purpose,
            String textVersion,
            @Nullable Instant textSince,
            Instant givenAt,
            String by,
            @Nullable String byName,
            @Nullable Instant withdrawnAt) {}

    /**
     * What the organisers think of the person who asks for a place.
     *
     * @param points from 0 to 3, by what they chose by
     */
    @Serdeable
    public record Opinion(String note, Map<String, Integer> points) {}

    /** That the person was at a session. */
    @Serdeable
    public record Presence(String session, Instant seenAt, Instant recordedAt) {}

    /**
     * What was done.
     *
     * @param by participant, organiser or system
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Deed(
            Instant at, String by, String deed, @Nullable String detail) {}

    /** What was written, without its link. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Letter(Instant writtenAt, @Nullable Instant sentAt, String state, String subject, String text) {}
}
