package lv.kopa.registration.wish;

import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.FALSE;
import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.TRUE;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who registers, as typed: in a form or by a program.
 *
 * @param category the key of the kind of place; needed where the event has kinds
 * @param language the tag of the language to be written to in: en, lv, nb, uk or ru; English instead of another
 * @param answers by the key of the question: text, number, true or false, a date like 2027-06-14, a choice's key, several as
 *     a list, a country's two letters. Files (FILE, DOCUMENT, PICTURE) are no answers
 *     here: people give them on their own page afterwards. What other answers rule out is not kept.
 * @param consents purposes agreed to, privacy always among them; guardian where whoever answers for somebody under 18
 *     registers them by their own address
 * @param sessions the ids of chosen sessions
 * @param invitation the secret of an invitation link
 * @param alternatives the keys of other kinds of place that the person would take where there is none of the first: they
 *     get the first there is, now or once one becomes free
 * @param minor whether the person is under 18; needed where the event asks for it
 * @param guardian needed of whoever is under 18
 * @param waitFor the ids of full sessions that the person would join once there is a place, and in the place of what they
 *     have at the same time; they come to the event anyway. A full one among the sessions means to wait with everything.
 */
@Serdeable
@Schema(additionalProperties = FALSE)
public record Wish(
        @Nullable String category,

        @Schema(requiredMode = REQUIRED, nullable = false) @Nullable
        String name,

        @Schema(requiredMode = REQUIRED, nullable = false) @Nullable
        String email,

        @Nullable String phone,
        @Nullable String organisation,
        @Nullable String language,

        @Schema(type = "object", additionalProperties = TRUE) @Nullable
        Map<String, Object> answers,

        @ArraySchema(
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"privacy", "photo", "newsletter", "guardian"}))
        @Schema(requiredMode = REQUIRED, nullable = false)
        @Nullable
        List<String> consents,

        @Nullable List<Long> sessions,
        @Nullable String invitation,
        @Nullable List<String> alternatives,
        @Nullable Boolean minor,
        @Nullable GuardianWish guardian,
        @Nullable List<Long> waitFor) {

    /** Of somebody who wants one kind of place and no other, and says nothing of their age. */
    public Wish(
            @Nullable String category,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String organisation,
            @Nullable String language,
            @Nullable Map<String, Object> answers,
            @Nullable List<String> consents,
            @Nullable List<Long> sessions,
            @Nullable String invitation) {
        this(
                category,
                name,
                email,
                phone,
                organisation,
                language,
                answers,
                consents,
                sessions,
                invitation,
                null,
                null,
                null,
                null);
    }

    /** The same of somebody who says whether they are under 18, and who answers for them then. */
    public Wish aged(@Nullable Boolean under18, @Nullable GuardianWish by) {
        return new Wish(
                category,
                name,
                email,
                phone,
                organisation,
                language,
                answers,
                consents,
                sessions,
                invitation,
                alternatives,
                under18,
                by,
                waitFor);
    }

    /**
     * What that means for an event.
     *
     * @param submission names the form or request it came with
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    public Applicant in(EventDetails event, @Nullable String submission) {
        return WishReader.read(event, this, submission);
    }

    /**
     * The same for somebody who is asked nothing now.
     *
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    public Applicant withoutAnswersIn(EventDetails event) {
        return WishReader.readWithoutAnswers(event, this);
    }

    /**
     * The same for somebody who takes a place over, and is asked for their age alone.
     *
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    public Applicant takenOverIn(EventDetails event) {
        return WishReader.readTakenOver(event, this);
    }

    /**
     * The same for somebody whom another person registers, who is not to answer what is sensitive.
     *
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    public Applicant fromContactIn(EventDetails event) {
        return WishReader.readFromContact(event, this);
    }

    /**
     * The same for somebody whom an organiser registers, who knows nothing that is sensitive and perhaps not everything
     * else.
     *
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    public Applicant fromOrganiserIn(EventDetails event) {
        return WishReader.readFromOrganiser(event, this);
    }

    List<String> consentsOrNone() {
        return Optional.ofNullable(consents).orElse(List.of());
    }

    Map<String, Object> answersOrNone() {
        return Optional.ofNullable(answers).orElse(Map.of());
    }

    List<String> alternativesOrNone() {
        return Optional.ofNullable(alternatives).orElse(List.of());
    }

    List<Long> waitForOrNone() {
        return Optional.ofNullable(waitFor).orElse(List.of());
    }

    List<Long> sessionsOrNone() {
        return Optional.ofNullable(sessions).orElse(List.of());
    }
}
