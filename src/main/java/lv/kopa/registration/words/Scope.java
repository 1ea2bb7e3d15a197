package lv.kopa.registration.words;

import lv.kopa.event.EventDetails;
import org.jspecify.annotations.Nullable;

/** Whose words they are: an event's, or its organisation's for all events. */
public record Scope(long organisation, @Nullable Long event) {
    public static Scope of(EventDetails event) {
        return new Scope(event.organisation().id(), event.event().id());
    }

    /** As the table has it. */
    long eventKey() {
        return event == null ? 0 : event;
    }

    String subject() {
        return event == null ? "organisation" : "event";
    }

    long subjectId() {
        return event == null ? organisation : event;
    }
}
