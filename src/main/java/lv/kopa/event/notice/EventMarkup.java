package lv.kopa.event.notice;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.Visibility;
import lv.kopa.organisation.Organisation;
import lv.kopa.text.Language;
import lv.kopa.text.Markdown;
import lv.kopa.web.Head;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/**
 * An event as search engines read it: schema.org's Event in JSON-LD. It says no more than the page does, so neither where
 * to join online nor whom to call.
 */
@Singleton
class EventMarkup {
    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);
    private static final String SCHEMA = "https://schema.org/";
    private static final String TYPE = "@type";

    private final JsonMapper json;
    private final Links links;

    EventMarkup(JsonMapper json, Links links) {
        this.json = json;
        this.links = links;
    }

    /** What the page says in its head; only a public event lets itself be found. */
    Head head(EventView view) {
        Event event = view.event();
        Head head = Head.of(view.shell(), view.title(), view.path())
                .describedAs(summary(view))
                .pictured(image(view))
                .hiddenIf(event.isDraft() || event.visibility() != Visibility.PUBLIC);
        return head.hidden() || view.details().planned().isEmpty() ? head : head.telling(script(event(view)));
    }

    /** The path of what it looks like, or of the sign of who invites. */
    private static @Nullable String image(EventView view) {
        return view.picture().orElse(view.details().organisation().logoPath());
    }

    private static String summary(EventView view) {
        String day = view.details().planned().isEmpty() ? "" : view.days();
        String facts = Stream.of(day, view.where())
                .filter(fact -> !fact.isEmpty())
                .reduce((one, other) -> one + ", " + other)
                .map(both -> both + ". ")
                .orElse("");
        return facts + Markdown.text(view.shell().text(view.event().description()));
    }

    /** JSON in which nothing can end the element it stands in. */
    private String script(Map<String, Object> object) {
        try {
            return json.writeValueAsString(OBJECT, object)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Map<String, Object> event(EventView view) {
        EventDetails details = view.details();
        Event event = details.event();
        List<Session> planned = details.planned();
        Map<String, Object> told = object("Event");
        told.put("@context", "https://schema.org");
        told.put("@id", links.to(view.path()));
        told.put("url", Head.of(view.shell(), view.title(), view.path()).canonical());
        told.put("name", view.title());
        put(told, "description", Markdown.text(view.shell().text(event.description())));
        details.first().ifPresent(first -> told.put("startDate", EventView.iso(first.start())));
        details.end().ifPresent(end -> told.put("endDate", EventView.iso(end)));
        told.put("eventStatus", SCHEMA + status(event));
        event.formerStart().ifPresent(former -> told.put("previousStartDate", instant(view, former)));
        told.put("eventAttendanceMode", SCHEMA + mode(planned));
        told.put("location", single(locations(view, planned)));
        told.put("organizer", organisation(details.organisation()));
        told.put("inLanguage", event.heldIn().stream().map(Language::tag).toList());
        put(told, "performer", people(planned));
        details.funding().ifPresent(funding -> told.put("funder", named("Organization", funding.funder())));
        details.places().ifPresent(places -> told.put("maximumAttendeeCapacity", places));
        details.placesLeft().ifPresent(left -> told.put("remainingAttendeeCapacity", left));
        String image = image(view);
        put(told, "image", image == null ? "" : links.to(image));
        told.put("offers", offer(view));
        return told;
    }

    /** Of an event that was moved and then cancelled the latter is told, with the start it had until then. */
    private static String status(Event event) {
        if (event.isCancelled()) {
            return "EventCancelled";
        }
        return event.formerStart().isPresent() ? "EventRescheduled" : "EventScheduled";
    }

    private static String mode(List<Session> planned) {
        boolean here = planned.stream().anyMatch(session -> session.place() != null);
        boolean online = planned.stream().anyMatch(session -> session.onlineUrl() != null);
        if (here && online) {
            return "MixedEventAttendanceMode";
        }
        return online ? "OnlineEventAttendanceMode" : "OfflineEventAttendanceMode";
    }

    /** The places, each once; "online" leads to the page, since who has a place is told the rest. */
    private List<Map<String, Object>> locations(EventView view, List<Session> sessions) {
        Stream<Map<String, Object>> places = sessions.stream()
                .map(Session::place)
                .filter(Objects::nonNull)
                .distinct()
                .map(place -> {
                    Map<String, Object> told = named("Place", place);
                    told.put("address", place);
                    return told;
                });
        Stream<Map<String, Object>> online = sessions.stream()
                .filter(session -> session.onlineUrl() != null)
                .limit(1)
                .map(session -> {
                    Map<String, Object> told = object("VirtualLocation");
                    told.put("url", links.to(view.path()));
                    return told;
                });
        List<Map<String, Object>> all = Stream.concat(places, online).toList();
        return all.isEmpty()
                ? List.of(named("Place", view.details().organisation().name()))
                : all;
    }

    private Map<String, Object> organisation(Organisation holder) {
        Map<String, Object> told = named("Organization", holder.name());
        told.put("url", links.to(holder.path()));
        return told;
    }

    private static List<Map<String, Object>> people(List<Session> planned) {
        return planned.stream()
                .flatMap(session -> session.trainers().stream())
                .distinct()
                .map(name -> named("Person", name))
                .toList();
    }

    private Map<String, Object> offer(EventView view) {
        Event event = view.event();
        Map<String, Object> told = object("Offer");
        told.put("url", links.to(view.path() + "/register"));
        told.put("availability", SCHEMA + availability(view));
        put(told, "validFrom", instant(view, event.opensAt()));
        put(told, "availabilityEnds", instant(view, event.registrationEnds()));
        return told;
    }

    private static String availability(EventView view) {
        Event event = view.event();
        if (view.availability().open()) {
            return view.details().isFull() ? "BackOrder" : "InStock";
        }
        boolean early = event.opensAt() != null && view.now().isBefore(event.opensAt());
        if (early && event.isAhead(view.now())) {
            return "PreOrder";
        }
        return event.isAhead(view.now()) && view.details().isFull() ? "SoldOut" : "Discontinued";
    }

    private static String instant(EventView view, @Nullable Instant instant) {
        return instant == null ? "" : EventView.iso(instant.atZone(view.event().zone()));
    }

    private static Object single(List<Map<String, Object>> some) {
        return some.size() == 1 ? some.get(0) : some;
    }

    private static Map<String, Object> object(String type) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put(TYPE, type);
        return told;
    }

    private static Map<String, Object> named(String type, String name) {
        Map<String, Object> told = object(type);
        told.put("name", name);
        return told;
    }

    private static void put(Map<String, Object> told, String name, Object value) {
        if (!value.equals("") && !value.equals(List.of())) {
            told.put(name, value);
        }
    }
}
