package lv.kopa.event.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lv.kopa.event.Approval;
import lv.kopa.event.EventKind;
import lv.kopa.event.EventState;
import lv.kopa.event.Minors;
import lv.kopa.event.Visibility;
import lv.kopa.event.question.Condition;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Stage;
import lv.kopa.event.question.Trait;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * An event as programs see it: what was said of it, and what has come of it.
 *
 * @param provided what whoever comes is given: lunch, travel, a certificate
 * @param activity {@code project-slug/activity-number}, for which the event counts
 * @param languages the tags of the languages it is held in
 * @param places how many people may come; null for any number
 * @param placesLeft null for any number
 * @param funding who pays; null where nobody but the organisation does
 * @param questions what is asked beyond name and address
 * @param version rises with every change an organiser makes; the same as in the ETag
 * @param cancelledBecause why it does not take place, where it does not
 * @param outcome what came of it, where that was told
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventItem(
        String organisation,
        String slug,
        EventKind kind,
        Translated title,
        Translated description,
        Translated provided,
        List<String> languages,
        String timeZone,
        @Nullable Integer places,
        boolean waitingList,
        Approval approval,
        Visibility visibility,
        Terms registration,
        @Nullable String activity,
        List<CategoryItem> categories,
        List<SessionItem> sessions,
        List<QuestionItem> questions,
        EventState state,
        int version,
        int placesTaken,
        @Nullable Integer placesLeft,
        @Nullable String cancelledBecause,
        @Nullable OutcomeItem outcome,
        @Nullable Funding funding,
        ItemLinks links) {

    /**
     * When people may register, and until when they may change or cancel alone.
     *
     * @param answersUntil until when those who have a place may answer what is asked of them; null: as long as they may
     *     change
     * @param confirmAddress whether a place is only held until its person has confirmed the address by a mail
     * @param offerHours how long whoever is next in line has to accept a place that has become free; null: it is
     *     theirs at once
     * @param minors whether people under 18 may take part: whoever registers is not asked, is asked, or has to be 18
     * @param decisionsBy the day by which whoever awaits approval hears what was decided
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Terms(
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Instant changesUntil,
            @Nullable Instant answersUntil,
            boolean confirmAddress,
            @Nullable Integer offerHours,
            Minors minors,
            @Nullable LocalDate decisionsBy) {}

    /**
     * A kind of place.
     *
     * @param description whom it is for
     * @param places how many of the event's places it may fill; null for all of them
     * @param placesLeft what can still be had of this kind, the event's own limit included; null for any number
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record CategoryItem(
            String key,
            Translated name,
            Translated description,
            @Nullable Integer places,
            int placesTaken,
            @Nullable Integer placesLeft) {}

    /**
     * A part of the programme.
     *
     * @param start the clock on the wall in its own time zone, {@code 2027-06-14T09:30}
     * @param online whether one can take part from elsewhere
     * @param onlineUrl for the event's organisers only; confirmed people find it in their mail
     * @param hostContact for the event's organisers only
     * @param places where it has places of its own, it is chosen when registering
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SessionItem(
            long id,
            Translated title,
            String start,
            String end,
            String timeZone,
            @Nullable String place,
            boolean online,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String onlineUrl,

            @Nullable String host,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String hostContact,

            List<String> trainers,
            @Nullable Integer places,
            @Nullable Integer placesLeft) {}

    /**
     * A question.
     *
     * @param key what answers call it
     * @param sensitive few see the answer, and not for long
     * @param stage asked with the registration, or of those who have a place
     * @param categories the keys of the kinds of place it is asked for; none for all
     * @param shownIf asked only if all of this is so
     * @param countsAs what the answers tell the report of a project
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record QuestionItem(
            String key,
            QuestionType type,
            Translated label,
            Translated help,
            boolean required,
            boolean sensitive,
            Stage stage,
            List<String> categories,
            List<Condition> shownIf,
            @Nullable Trait countsAs,
            List<ChoiceItem> choices) {}

    /**
     * A choice.
     *
     * @param places how many people may choose it; null for all
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ChoiceItem(
            String key,
            Translated label,
            @Nullable Integer places,
            @Nullable Integer placesLeft) {}

    /**
     * Who pays, as everything about the event has to say.
     *
     * @param project its slug
     * @param projectNumber the funder's number of the grant
     * @param activity the number of the activity in the project's plan
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Funding(
            String project,
            String projectNumber,
            Translated projectTitle,
            String funder,
            String activity,
            Translated activityTitle,
            Translated acknowledgement) {}

    /**
     * Where else to look.
     *
     * @param self this
     * @param page the event for people
     * @param register the form for people
     * @param registrations where programs register people
     * @param calendar the event for calendars
     */
    @Serdeable
    record ItemLinks(String self, String page, String register, String registrations, String calendar) {}
}
