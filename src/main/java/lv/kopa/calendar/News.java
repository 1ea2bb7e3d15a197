package lv.kopa.calendar;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.web.Links;

/** Events as programs that read news take them: the same that the start page shows, in the same order. */
@Singleton
class News {
    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);

    private final JsonMapper json;
    private final Links links;

    News(JsonMapper json, Links links) {
        this.json = json;
        this.links = links;
    }

    /** Atom (RFC 4287). */
    byte[] atom(FeedKey key, Subjects.Subject subject, List<EventDetails> events) {
        return AtomWriter.write(
                new AtomWriter.Title(FeedName.of(key, subject), FeedName.description(key, subject), key.language()),
                links.to(key.address()),
                links.to(key.pagePath() + "?" + key.query()),
                items(key, events));
    }

    /** JSON Feed 1.1. */
    byte[] json(FeedKey key, Subjects.Subject subject, List<EventDetails> events) {
        Map<String, Object> feed = new LinkedHashMap<>();
        feed.put("version", "https://jsonfeed.org/version/1.1");
        feed.put("title", FeedName.of(key, subject));
        feed.put("description", FeedName.description(key, subject));
        feed.put("home_page_url", links.to(key.pagePath() + "?" + key.query()));
        feed.put("feed_url", links.to(key.address()));
        feed.put("language", key.language().tag());
        feed.put("items", items(key, events).stream().map(NewsItem::json).toList());
        try {
            return json.writeValueAsBytes(OBJECT, feed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private List<NewsItem> items(FeedKey key, List<EventDetails> events) {
        return events.stream()
                .map(event -> new NewsItem(event, key.language(), links))
                .toList();
    }
}
