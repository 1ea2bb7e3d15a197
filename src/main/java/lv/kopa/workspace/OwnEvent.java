package lv.kopa.workspace;

import lv.kopa.event.EventView;
import lv.kopa.registration.Figures;

/** One of the organiser's own events in a list. */
public record OwnEvent(EventView view, Figures figures) {

    public String path() {
        return "/organiser/events/" + view.event().slug();
    }

    public String look() {
        return view.event().isDraft() ? "draft" : view.availability().look();
    }

    public String state() {
        return view.availability().phrase();
    }

    public String confirmed() {
        Integer places = view.event().places();
        return places == null
                ? Long.toString(figures.confirmed())
                : view.shell().text("workspace.of", figures.confirmed(), places);
    }

    boolean isComing() {
        return view.event().endsAt() == null || !view.event().isOver(view.now());
    }

    /** Whether it is among those that still make work: planned, or announced and not over. */
    boolean isOpen() {
        return isComing() && !view.event().isCancelled();
    }
}
