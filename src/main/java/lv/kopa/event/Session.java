package lv.kopa.event;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.text.Collator;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import lv.kopa.database.WallClock;
import lv.kopa.text.Lines;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * One dated, timed part of an event's programme.
 *
 * @param uid its identity in calendars, for ever
 * @param startsOn the clock on the wall of its place, as the organiser typed it
 * @param startsAt the instant of that, for sorting
 * @param place shown to everybody
 * @param onlineUrl shown to confirmed people only
 * @param hostContact whom to call, shown to confirmed people only
 * @param places a session with places of its own is chosen at sign-up; null: everybody comes
 * @param sequence how often its time, place or state has changed
 */
@MappedEntity("session")
public record Session(
        @Id @GeneratedValue long id,
        long eventId,
        String uid,
        @MappedProperty(converter = TranslatedColumn.class) Translated title,

        @TypeDef(type = DataType.STRING, converter = WallClock.class)
        LocalDateTime startsOn,

        @TypeDef(type = DataType.STRING, converter = WallClock.class)
        LocalDateTime endsOn,

        String timeZone,
        Instant startsAt,
        @Nullable String place,
        @Nullable String onlineUrl,
        @Nullable String host,
        @Nullable String hostContact,
        @MappedProperty(converter = Lines.class) List<String> trainers,
        @Nullable Integer places,
        int placesTaken,
        SessionState state,
        int sequence,
        Instant createdAt,
        Instant changedAt) {

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public ZonedDateTime start() {
        return startsOn.atZone(zone());
    }

    public ZonedDateTime end() {
        return endsOn.atZone(zone());
    }

    /** Whether a person chooses it at sign-up instead of coming to it anyway. */
    public boolean isChosen() {
        return places != null;
    }

    /** Whether a person who chose these sessions, by id, comes to it. */
    public boolean isFor(Collection<Long> chosen) {
        return !isChosen() || chosen.contains(id);
    }

    /** Whether somebody of this name leads it, found as the database finds names: whatever the case and the accents. */
    public boolean isLedBy(String name) {
        Collator letters = Collator.getInstance(Locale.ROOT);
        letters.setStrength(Collator.PRIMARY);
        return trainers.stream().anyMatch(trainer -> letters.compare(trainer, name) == 0);
    }

    public boolean isCancelled() {
        return state == SessionState.CANCELLED;
    }

    /** Where it is: "online" where it has no place but an address; empty where nothing is said yet. */
    public Optional<String> whereIn(Texts texts) {
        return place == null && onlineUrl != null ? Optional.of(texts.get("event.online")) : Optional.ofNullable(place);
    }

    public Optional<Integer> placesLeft() {
        return Optional.ofNullable(places).map(total -> Math.max(0, total - placesTaken));
    }

    public boolean isFull() {
        return places != null && placesTaken >= places;
    }

    /** Whether nobody could be at both. */
    public boolean overlaps(Session other) {
        return startsAt.isBefore(other.end().toInstant()) && other.startsAt.isBefore(end().toInstant());
    }

    /** Whether calendars must be told that it is elsewhere or at another time than `before`. */
    public boolean movedFrom(Session before) {
        return !startsOn.equals(before.startsOn)
                || !endsOn.equals(before.endsOn)
                || !timeZone.equals(before.timeZone)
                || !Objects.equals(place, before.place)
                || !Objects.equals(onlineUrl, before.onlineUrl)
                || state != before.state;
    }

    public Session withPlacesTaken(int taken) {
        return with(taken, state, sequence, changedAt);
    }

    public Session calledOff(Instant now) {
        return with(placesTaken, SessionState.CANCELLED, sequence + 1, now);
    }

    private Session with(int taken, SessionState turned, int counted, Instant changed) {
        return new Session(
                id,
                eventId,
                uid,
                title,
                startsOn,
                endsOn,
                timeZone,
                startsAt,
                place,
                onlineUrl,
                host,
                hostContact,
                trainers,
                places,
                taken,
                turned,
                counted,
                createdAt,
                changed);
    }
}
