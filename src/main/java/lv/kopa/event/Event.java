package lv.kopa.event;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What people register for.
 *
 * @param uid the identity of its banner in calendars, for ever
 * @param provided what whoever comes is given: lunch, travel, a certificate
 * @param languages the tags of the languages it is held in, by commas
 * @param timeZone its home zone, in which its deadlines are told
 * @param places how many people may come; null for any number
 * @param answersUntil until when those who have a place may answer what is asked of them; null: as long as they may change
 * @param confirmAddress whether a place counts only once its person has shown that the address is theirs
 * @param offerHours how long whoever is next in line has to accept a place; null: it is theirs at once
 * @param picture the name of its picture
 * @param pictureShows what is to be seen on it, for those who do not see it
 * @param minors whether people under 18 may take part
 * @param decisionsBy the day by which those who await an organiser's decision hear of it; null where none is promised
 * @param outcome what came of it
 * @param learnt what was learnt there
 * @param outcomeAt from when everybody may read both; null: only its organisers do
 * @param startsAt derived from its sessions, for sorting
 * @param announcedAt when it was first published; null for a draft
 * @param announcedStart when it was to start by then
 * @param sequence how often what calendars show of the banner has changed
 * @param version rises with every change, so that a second editor is noticed
 */
@MappedEntity("event")
public record Event(
        @Id @GeneratedValue long id,
        long organisationId,
        @Nullable Long activityId,
        String slug,
        String uid,
        EventKind kind,
        EventState state,
        Visibility visibility,
        @MappedProperty(converter = TranslatedColumn.class) Translated title,
        @MappedProperty(converter = TranslatedColumn.class) Translated description,
        @MappedProperty(converter = TranslatedColumn.class) Translated provided,
        String languages,
        String timeZone,
        @Nullable Integer places,
        int placesTaken,
        boolean waitingList,
        Approval approval,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Instant changesUntil,
        @Nullable Instant answersUntil,
        boolean confirmAddress,
        @Nullable Integer offerHours,
        Minors minors,
        @Nullable LocalDate decisionsBy,
        @Nullable String invitationHash,
        @Nullable String picture,
        @MappedProperty(converter = TranslatedColumn.class) Translated pictureShows,
        @Nullable String cancelledBecause,
        @MappedProperty(converter = TranslatedColumn.class) Translated outcome,
        @MappedProperty(converter = TranslatedColumn.class) Translated learnt,
        @Nullable Instant outcomeAt,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Instant announcedAt,
        @Nullable Instant announcedStart,
        int sequence,
        int version,
        Instant createdAt,
        Instant changedAt) {
    private static final Duration TO_ANSWER = Duration.ofDays(1);

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public boolean isDraft() {
        return state == EventState.DRAFT;
    }

    public boolean isCancelled() {
        return state == EventState.CANCELLED;
    }

    /** Whether a stranger who has its address may see it. */
    public boolean isShown() {
        return state != EventState.DRAFT;
    }

    public boolean isStudyVisit() {
        return kind == EventKind.STUDY_VISIT;
    }

    public boolean isOver(Instant now) {
        return endsAt != null && endsAt.isBefore(now);
    }

    /** Whether it took place. */
    public boolean wasHeld(Instant now) {
        return isShown() && !isCancelled() && isOver(now);
    }

    /** When it was to start as it was first announced, if that is not when it starts now. */
    public Optional<Instant> formerStart() {
        return Optional.ofNullable(announcedStart).filter(first -> startsAt != null && !first.equals(startsAt));
    }

    /** Whether it is announced and not over, so that people may still be given places. */
    public boolean isAhead(Instant now) {
        return state == EventState.PUBLISHED && !isOver(now);
    }

    /** Until when one may register: the deadline, else until it begins; null while neither is known. */
    public @Nullable Instant registrationEnds() {
        return closesAt == null ? startsAt : closesAt;
    }

    /** Until when participants may change or withdraw alone: the deadline, else until it begins; null while neither is known. */
    public @Nullable Instant changesEnd() {
        return changesUntil == null ? startsAt : changesUntil;
    }

    /** Whether a participant may still change or withdraw alone: until the deadline, else until it begins. */
    public boolean changesAllowed(Instant now) {
        Instant until = changesEnd();
        return state == EventState.PUBLISHED && (until == null || now.isBefore(until));
    }

    /**
     * Until when somebody may answer what is asked of those who have a place: the deadline for that, else that for changes.
     * Who gets a place when that is near or over has a day to answer, if the event does not begin before.
     *
     * @param placed when they got the place
     * @return null while nobody knows when the event begins
     */
    public @Nullable Instant answersEnd(Instant placed) {
        Instant until = answersUntil == null ? changesEnd() : answersUntil;
        Instant inPeace = placed.plus(TO_ANSWER);
        Instant least = startsAt != null && startsAt.isBefore(inPeace) ? startsAt : inPeace;
        return until == null || until.isAfter(least) ? until : least;
    }

    /** By when whoever awaits an organiser's decision hears of it, in a sentence; honest where nothing is promised. */
    public Sentence decision(Language reader, Instant now) {
        return decisionsBy == null || now.atZone(zone()).toLocalDate().isAfter(decisionsBy)
                ? Sentence.of("event.decision.open")
                : Sentence.of("event.decision.by", Dates.in(reader).day(decisionsBy));
    }

    /** How many places are left; empty for any number. */
    public Optional<Integer> placesLeft() {
        return Optional.ofNullable(places).map(total -> Math.max(0, total - placesTaken));
    }

    public boolean isFull() {
        return places != null && placesTaken >= places;
    }

    public List<Language> heldIn() {
        return Arrays.stream(languages.split(","))
                .flatMap(tag -> Language.of(tag).stream())
                .toList();
    }
}
