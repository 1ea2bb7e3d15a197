package lv.kopa.event.notice;

import java.time.Instant;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.EventState;

/**
 * Whether one can still come, at a glance.
 *
 * @param look the CSS class of the phrase: open, few, full, cancelled, or "" for neither
 * @param phrase in the reader's language
 * @param open whether the form takes registrations, for a place or for the waiting list
 */
public record Availability(String look, String phrase, boolean open) {
    private static final int FEW = 3;

    static Availability of(EventView view) {
        Event event = view.event();
        if (event.isDraft()) {
            return closed("", view, "event.state.draft");
        }
        if (event.isCancelled()) {
            return closed("cancelled", view, "event.state.cancelled");
        }
        if (event.state() == EventState.COMPLETED || event.isOver(view.now())) {
            return closed("", view, "event.state.over");
        }
        if (event.opensAt() != null && view.now().isBefore(event.opensAt())) {
            return new Availability("", view.shell().text("event.opens", view.deadline(event.opensAt())), false);
        }
        Instant end = event.registrationEnds();
        if (end != null && !view.now().isBefore(end)) {
            return closed("", view, "event.state.closed");
        }
        return openOrFull(view);
    }

    /** Of one counter: "4 places left", "full". */
    static Availability of(EventView view, Optional<Integer> left) {
        if (left.isEmpty()) {
            return new Availability("open", view.shell().text("event.places.any"), true);
        }
        int places = left.get();
        if (places > 0) {
            return new Availability(
                    places <= FEW ? "few" : "open", view.shell().text("event.places.left", places), true);
        }
        return view.event().waitingList()
                ? new Availability("full", view.shell().text("event.places.waiting-list"), true)
                : closed("full", view, "event.places.full");
    }

    private static Availability openOrFull(EventView view) {
        return of(
                view, view.details().isFull() ? Optional.of(0) : view.details().placesLeft());
    }

    private static Availability closed(String look, EventView view, String key) {
        return new Availability(look, view.shell().text(key), false);
    }
}
