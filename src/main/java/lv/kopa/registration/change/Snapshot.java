package lv.kopa.registration.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventKind;
import lv.kopa.event.Session;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * An event as its people knew it: whatever they are told of when it changes.
 *
 * @param kind by the name of an {@link EventKind}; null in what was kept before kinds were
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Snapshot(
        Translated title, List<Part> parts, @Nullable String kind) {

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
                event.event().title(),
                event.sessions().stream().map(Part::of).toList(),
                event.event().kind().name());
    }

    /** Whether people see no difference. Of its kind they see only whether a banner is over its days. */
    boolean looksLike(Snapshot other) {
        return title.equals(other.title) && parts.equals(other.parts) && !isOtherKindThan(other);
    }

    /** Whether it has a banner in calendars by its kind, and the other has none, or the other way round. */
    boolean isOtherKindThan(Snapshot other) {
        return kind != null && other.kind != null && !kind.equals(other.kind) && hasBanner() != other.hasBanner();
    }

    private boolean hasBanner() {
        return EventKind.STUDY_VISIT.name().equals(kind) && parts.size() > 1;
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
