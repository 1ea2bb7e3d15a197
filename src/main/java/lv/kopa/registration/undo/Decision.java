package lv.kopa.registration.undo;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import lv.kopa.event.notice.EventView;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser decided on several people at once.
 *
 * @param approved whether they were approved; else declined
 * @param people how many
 * @param undoUntil until when it can be undone; its mails wait until then
 * @param known the event as it was then
 */
@MappedEntity("decision")
public record Decision(
        @Id @GeneratedValue long id,
        long eventId,
        boolean approved,
        int people,
        String decidedBy,
        Instant decidedAt,
        Instant undoUntil,
        String known,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt) {
    public boolean isUndone() {
        return undoneAt != null;
    }

    /** Whether it can still be undone. */
    public boolean isOpen(EventView view) {
        return !isUndone() && view.now().isBefore(undoUntil) && view.event().isAhead(view.now());
    }

    public String path(EventView view) {
        return "/organiser/events/" + view.event().slug() + "/decisions/" + id;
    }

    /** Until when, with the day where it is not today. */
    public String until(EventView view) {
        ZonedDateTime end = undoUntil.atZone(view.event().zone());
        boolean today = end.toLocalDate().equals(LocalDate.ofInstant(view.now(), end.getZone()));
        return today ? view.shell().dates().clock(undoUntil, end.getZone()) : view.deadline(undoUntil);
    }

    /** The key of what it is called. */
    public String textKey() {
        return approved ? "workspace.decision.approved" : "workspace.decision.declined";
    }
}
