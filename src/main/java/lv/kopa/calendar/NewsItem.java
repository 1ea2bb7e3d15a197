package lv.kopa.calendar;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.text.Language;
import lv.kopa.text.Markdown;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/** An event as a piece of news: what its page says to everybody, in the same language as there. */
record NewsItem(EventDetails details, Language language, Links links) {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ISO_OFFSET_DATE_TIME;

    /** Its identity for ever: a tag (RFC 4151) made from the one that calendars know it by. */
    String id() {
        String uid = event().uid();
        int at = uid.indexOf('@');
        return "tag:" + uid.substring(at + 1) + ",2026:" + uid.substring(0, Math.max(at, 0));
    }

    String address() {
        return links.to("/events/" + event().slug());
    }

    String title() {
        String mark = event().isCancelled() ? texts().get("calendar.cancelled") + ": " : "";
        return mark + event().title().in(language);
    }

    /** The language that title and description are in, which the organiser may not have written in the reader's. */
    Language shownIn() {
        return event().title().languageFor(language).orElse(language);
    }

    /** When and where. */
    String summary() {
        return Stream.of(details.days(language), details.where(language))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    String html() {
        return Markdown.html(event().description().in(language));
    }

    Instant publishedAt() {
        return Optional.ofNullable(event().announcedAt()).orElse(event().createdAt());
    }

    /** When it or a part of it was last changed. */
    Instant changedAt() {
        return details.sessions().stream()
                .map(Session::changedAt)
                .reduce(event().changedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    List<String> tags() {
        return List.of(texts().get(event().kind().textKey()));
    }

    String organisation() {
        return details.organisation().name();
    }

    Optional<String> image() {
        return Optional.ofNullable(event().picture()).map(name -> address() + "/picture/" + name);
    }

    /** An item of JSON Feed 1.1, with what is an event's own in an extension. */
    Map<String, Object> json() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id());
        item.put("url", address());
        item.put("title", title());
        item.put("summary", summary());
        item.put("content_html", html().isBlank() ? summary() : html());
        image().ifPresent(address -> item.put("image", address));
        item.put("date_published", publishedAt().toString());
        item.put("date_modified", changedAt().toString());
        item.put("authors", List.of(Map.of("name", organisation())));
        item.put("tags", tags());
        item.put("language", shownIn().tag());
        item.put("_event", extension());
        return item;
    }

    private Map<String, Object> extension() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("status", event().state().name());
        told.put("kind", event().kind().name());
        details.first().ifPresent(first -> told.put("start", ISO.format(first.start())));
        details.end().ifPresent(end -> told.put("end", ISO.format(end)));
        told.put("timeZone", event().timeZone());
        told.put("place", details.where(language));
        told.put("organisation", details.organisation().slug());
        told.put("calendar", address() + "/calendar.ics?lang=" + language.tag());
        return told;
    }

    private Event event() {
        return details.event();
    }

    private Texts texts() {
        return Texts.in(language);
    }
}
