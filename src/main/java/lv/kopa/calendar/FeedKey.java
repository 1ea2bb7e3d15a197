package lv.kopa.calendar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventFilter;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Which feed: the same address, the same bytes.
 *
 * @param scope whose page it belongs to
 * @param form how it is written
 * @param filter which events are in it
 * @param language of its texts
 */
record FeedKey(Scope scope, Form form, EventFilter filter, Language language) {

    /** Whose page a feed belongs to. */
    enum Scope {
        EVERYTHING,
        ORGANISATION,
        PROJECT
    }

    /** How a feed is written: for calendars, or for those who read news. */
    enum Form {
        CALENDAR("/calendar.ics"),
        ATOM("/events.atom"),
        JSON("/events.json");

        private final String file;

        Form(String file) {
            this.file = file;
        }
    }

    static FeedKey ofEverything(EventFilter filter, Language language) {
        return new FeedKey(Scope.EVERYTHING, Form.CALENDAR, filter, language);
    }

    static FeedKey ofOrganisation(String slug, EventFilter filter, Language language) {
        return new FeedKey(Scope.ORGANISATION, Form.CALENDAR, filter.ofOrganisation(slug), language);
    }

    static FeedKey ofProject(String slug, EventFilter filter, Language language) {
        return new FeedKey(Scope.PROJECT, Form.CALENDAR, filter.ofProject(slug), language);
    }

    static FeedKey ofNews(Form form, EventFilter filter, Language language) {
        return new FeedKey(Scope.EVERYTHING, form, filter, language);
    }

    /** Whether it asks for all events or for those of one kind, organisation, project, trainer, category or language. */
    boolean asksForOneThing() {
        boolean anyNumber = filter.q() != null || filter.from() != null || filter.to() != null;
        return !anyNumber
                && Stream.of(
                                        filter.kind(),
                                        filter.organisation(),
                                        filter.project(),
                                        filter.trainer(),
                                        filter.category(),
                                        filter.language())
                                .filter(Objects::nonNull)
                                .count()
                        <= 1;
    }

    /** The path of the page that shows the same. */
    String pagePath() {
        return switch (scope) {
            case EVERYTHING -> "/";
            case ORGANISATION -> "/organisations/" + encoded(Objects.requireNonNull(filter.organisation()));
            case PROJECT -> "/projects/" + encoded(Objects.requireNonNull(filter.project()));
        };
    }

    /** Its own path, and its query in the one order we write it. */
    String address() {
        String path = scope == Scope.EVERYTHING ? "" : pagePath();
        return path + form.file + "?" + query();
    }

    String query() {
        Map<String, @Nullable Object> query = new LinkedHashMap<>();
        query.put("q", filter.q());
        query.put("kind", filter.kind());
        query.put("organisation", scope == Scope.ORGANISATION ? null : filter.organisation());
        query.put("project", scope == Scope.PROJECT ? null : filter.project());
        query.put("trainer", filter.trainer());
        query.put("category", filter.category());
        query.put("from", filter.from());
        query.put("to", filter.to());
        query.put(
                "language", filter.language() == null ? null : filter.language().tag());
        query.put("lang", language.tag());
        return query.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .map(field -> field.getKey() + "=" + encoded(String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
