package lv.kopa.event.edit;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import lv.kopa.event.Approval;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventKind;
import lv.kopa.event.EventStale;
import lv.kopa.event.Minors;
import lv.kopa.event.Session;
import lv.kopa.event.Visibility;
import lv.kopa.project.Acknowledgement;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;
import org.jspecify.annotations.Nullable;

/** The fields in which an organiser describes an event. */
final class EventForm {
    private EventForm() {}

    /** The form for a new event: one session, and what most events want. */
    static Form blank(ZoneId zone) {
        return Form.empty()
                .with("kind", EventKind.TRAINING)
                .with("visibility", Visibility.PUBLIC)
                .with("approval", Approval.AUTOMATIC)
                .with("waitingList", true)
                .with("registration.minors", Minors.NOT_ASKED)
                .with("timeZone", zone)
                .with("sessions.0.timeZone", zone);
    }

    /** The form that says what an event is like now. */
    static Form of(EventDetails details) {
        Event event = details.event();
        Form form = Form.empty()
                .with("version", event.version())
                .with("kind", event.kind())
                .with("activity", activity(details))
                .with("slug", event.slug())
                .with("visibility", event.visibility())
                .with("title", event.title())
                .with("description", event.description())
                .with("provided", event.provided())
                .with("timeZone", event.timeZone())
                .with("places", event.places())
                .with("approval", event.approval())
                .with("waitingList", event.waitingList())
                .with("registration.opens", wallClock(event.opensAt(), event.zone()))
                .with("registration.closes", wallClock(event.closesAt(), event.zone()))
                .with("registration.changesUntil", wallClock(event.changesUntil(), event.zone()))
                .with("registration.answersUntil", wallClock(event.answersUntil(), event.zone()))
                .with("registration.confirmAddress", event.confirmAddress())
                .with("registration.offerHours", event.offerHours())
                .with("registration.minors", event.minors())
                .with("registration.decisionsBy", event.decisionsBy());
        event.heldIn().forEach(language -> form.with("languages", language.tag()));
        List<Category> categories = details.categories();
        IntStream.range(0, categories.size()).forEach(row -> fill(form, row, categories.get(row)));
        List<Session> sessions = details.planned();
        IntStream.range(0, sessions.size()).forEach(row -> fill(form, row, sessions.get(row), event.title()));
        return form;
    }

    /** Says in a form that somebody else was faster with it; sent again it is about the event as it is now. */
    static void tell(EventStale stale, Form typed, EventDetails now) {
        typed.replace("version", now.event().version()).reject("", stale.sentence());
    }

    /**
     * Brings a form that somebody else was faster with up to date: it is about the event as it is now, and shows the
     * sessions and categories it does not know, lest saving it takes them away.
     */
    static Form renewed(Form typed, EventDetails now) {
        typed.replace("version", now.event().version());
        for (Session session : now.planned()) {
            if (typed.rows("sessions").stream()
                    .noneMatch(row -> typed.get("sessions." + row + ".id").equals(Long.toString(session.id())))) {
                fill(typed, typed.nextRow("sessions"), session, now.event().title());
            }
        }
        for (Category category : now.categories()) {
            if (typed.rows("categories").stream()
                    .noneMatch(row -> typed.get("categories." + row + ".key").equals(category.categoryKey()))) {
                fill(typed, typed.nextRow("categories"), category);
            }
        }
        return typed;
    }

    private static @Nullable String activity(EventDetails details) {
        return details.funding().map(Acknowledgement::activity).orElse(null);
    }

    private static void fill(Form form, int row, Category category) {
        String prefix = "categories." + row;
        form.with(prefix + ".key", category.categoryKey())
                .with(prefix + ".name", category.name())
                .with(prefix + ".description", category.description())
                .with(prefix + ".places", category.places());
    }

    private static void fill(Form form, int row, Session session, Translated eventTitle) {
        String prefix = "sessions." + row;
        form.with(prefix + ".id", session.id())
                .with(prefix + ".title", session.title().equals(eventTitle) ? Translated.nothing() : session.title())
                .with(prefix + ".start", session.startsOn())
                .with(prefix + ".end", session.endsOn())
                .with(prefix + ".timeZone", session.timeZone())
                .with(prefix + ".place", session.place())
                .with(prefix + ".onlineUrl", session.onlineUrl())
                .with(prefix + ".host", session.host())
                .with(prefix + ".hostContact", session.hostContact())
                .with(prefix + ".trainers", String.join("\n", session.trainers()))
                .with(prefix + ".places", session.places());
    }

    private static @Nullable LocalDateTime wallClock(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.MINUTES);
    }
}
