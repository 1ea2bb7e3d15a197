package lv.kopa.registration.delegation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import lv.kopa.event.Event;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Places of an event that a partner organisation is given for people of its own.
 *
 * @param organisationId the partner, where it is an organisation of this installation
 * @param partner its name
 * @param head the name of who fills the places
 * @param language the tag of the language the head is written to in
 * @param note what the organiser has to say about it
 * @param fillUntil until when places can be filled; never after the event has begun
 * @param givenBy the id of the person who gave it
 * @param closedAt when what was left of it went back
 * @param withdrawn whether that was because the organiser took it back
 */
@MappedEntity("delegation")
public record Delegation(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        @Nullable Long organisationId,
        String partner,
        String head,
        String email,
        String language,
        @Nullable String note,
        Instant fillUntil,
        @Nullable Long givenBy,
        Instant givenAt,
        @Nullable Instant remindedAt,
        @Nullable Instant closedAt,
        boolean withdrawn) {

    public long key() {
        return id == null ? 0 : id;
    }

    public Language reader() {
        return Language.of(language).orElse(Language.EN);
    }

    /** The partner, and who heads its delegation, in one line. */
    public String signature() {
        return head + ", " + partner;
    }

    /** Whether its empty places are still its own. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** Until when its places can be filled: an event that begins earlier than it was to ends that too. */
    public Instant ends(Event event) {
        Instant start = event.startsAt();
        return start == null || fillUntil.isBefore(start) ? fillUntil : start;
    }

    boolean isDue(Event event, Instant now) {
        return !now.isBefore(ends(event));
    }

    /** Whether its head can name people, and take them out, at the moment. */
    public boolean isFillable(Event event, Instant now) {
        return isOpen() && event.isAhead(now) && !isDue(event, now);
    }

    /** Without the head, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Delegation[" + id + "]";
    }
}
