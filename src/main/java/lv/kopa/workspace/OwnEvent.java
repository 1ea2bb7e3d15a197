package lv.kopa.workspace;

import java.time.Instant;
import java.time.LocalDate;
import lv.kopa.event.Event;
import lv.kopa.event.EventState;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.attendees.Figures;

/** One of the organiser's own events in a list. */
public record OwnEvent(EventView view, Figures figures) {

    public String path() {
        return "/organiser/events/" + view.event().slug();
    }

    public String look() {
        return view.event().isDraft() ? "draft" : view.availability().look();
    }

    /** The state in a word or two; what there is to say in whole sentences stands on the event's own page. */
    public String state() {
        Event event = view.event();
        Instant opens = event.opensAt();
        return event.state() == EventState.PUBLISHED
                        && opens != null
                        && view.now().isBefore(opens)
                ? view.shell()
                        .text(
                                "workspace.event.opens",
                                view.shell().dates().shortDay(LocalDate.ofInstant(opens, event.zone())))
                : view.availability().phrase();
    }

    public String confirmed() {
        return view.details()
                .places()
                .map(places -> view.shell().text("workspace.of", figures.confirmed(), places))
                .orElseGet(() -> Long.toString(figures.confirmed()));
    }

    boolean isComing() {
        return view.event().endsAt() == null || !view.event().isOver(view.now());
    }

    /** Whether it is among those that still make work: planned, or announced and not over. */
    boolean isOpen() {
        return isComing() && !view.event().isCancelled();
    }
}
