package lv.kopa.registration.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/** An event as its people knew it: whatever they are told of when it changes. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Snapshot(Translated title, List<Part> parts) {

    /** A session of it. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Part(
            long id,
            Translated title,
            LocalDateTime start,
            LocalDateTime end,
            String zone,
            @Nullable String place,
            @Nullable String onlineUrl,
            boolean cancelled) {

        static Part of(Session session) {
            return new Part(
                    session.id(),
                    session.title(),
                    session.startsOn(),
                    session.endsOn(),
                    session.timeZone(),
                    session.place(),
                    session.onlineUrl(),
                    session.isCancelled());
        }

        Part untitled() {
            return new Part(id, Translated.nothing(), start, end, zone, place, null, cancelled);
        }

        ZoneId zoneId() {
            return ZoneId.of(zone);
        }

        /** As {@link Session#whereIn}. */
        Optional<String> whereIn(Texts texts) {
            return place == null && onlineUrl != null
                    ? Optional.of(texts.get("event.online"))
                    : Optional.ofNullable(place);
        }
    }

    public static Snapshot of(EventDetails event) {
        return new Snapshot(
                event.event().title(), event.sessions().stream().map(Part::of).toList());
    }

    /** Whether anything of it is at another time or place. */
    public boolean isMovedTo(Snapshot other) {
        return !parts.stream()
                .map(Part::untitled)
                .toList()
                .equals(other.parts.stream().map(Part::untitled).toList());
    }

    Optional<Part> part(long id) {
        return parts.stream().filter(part -> part.id() == id).findFirst();
    }
}
