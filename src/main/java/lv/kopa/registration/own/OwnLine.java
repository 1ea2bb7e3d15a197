package lv.kopa.registration.own;

import java.util.List;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;

/** What a person who waits sees of the line, and of a place that they are offered, or of the lines for full sessions. */
public record OwnLine(EventView view, Registration registration, Situation situation) {
    /** The kind of place that is offered. */
    public Optional<Category> offeredCategory() {
        return situation.offer().flatMap(offer -> view.details().categoryOf(offer.categoryId()));
    }

    /** What happens when a place becomes free. */
    public String promise() {
        Integer hours = view.event().offerHours();
        return hours == null
                ? view.shell().text("registration.line.at-once", registration.email())
                : view.shell().text("registration.line.asked", registration.email(), hours);
    }

    /** Kinds of place besides the one that the person wishes for most. */
    public List<Category> otherCategories() {
        return view.details().categories().stream()
                .filter(category -> !Long.valueOf(category.id()).equals(registration.categoryId()))
                .toList();
    }

    /** What the person would get a session in the place of, as it is at the same time. */
    public List<Session> insteadOf(Session session) {
        return view.details().chosen().stream()
                .filter(held -> situation.chosen().contains(held.id()) && held.overlaps(session))
                .toList();
    }
}
