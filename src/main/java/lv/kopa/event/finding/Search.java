package lv.kopa.event.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.event.EventFilter;
import lv.kopa.text.PlainText;

/**
 * What somebody looks for on the start page, as its address says it, so that a link puts a filter on or takes it off.
 *
 * @param asked the filters that make sense, by their names
 * @param past whether they look at what is over
 */
public record Search(Map<String, String> asked, boolean past) {
    /** The name in the address that turns to what is over. */
    static final String PAST = "past";

    static Search of(Function<String, Optional<String>> query) {
        Map<String, String> senseless = EventFilter.of(query).leftOut(query);
        Map<String, String> asked = new LinkedHashMap<>();
        for (String name : EventFilter.NAMES) {
            query.apply(name)
                    .map(PlainText::line)
                    .filter(value -> !value.isEmpty() && !senseless.containsKey(name))
                    .ifPresent(value -> asked.put(name, value));
        }
        boolean past = query.apply(PAST)
                .filter(value -> !value.isBlank() && !value.equals("0"))
                .isPresent();
        return new Search(asked, past);
    }

    static Search nothing() {
        return new Search(Map.of(), false);
    }

    public boolean isEmpty() {
        return asked.isEmpty();
    }

    public String get(String name) {
        return asked.getOrDefault(name, "");
    }

    /** The same, narrowed by one more filter, or by another value of it. */
    public Search with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(asked);
        more.put(name, value);
        return new Search(more, past);
    }

    public Search without(String name) {
        Map<String, String> fewer = new LinkedHashMap<>(asked);
        fewer.remove(name);
        return new Search(fewer, past);
    }

    /** The same filters, of what is over or of what is coming. */
    public Search turned(boolean toThePast) {
        return new Search(asked, toThePast);
    }

    /** The address of the start page that finds it. */
    public String path() {
        String query = query();
        String time = past ? PAST + "=1" : "";
        String whole = query.isEmpty() || time.isEmpty() ? query + time : query + "&" + time;
        return whole.isEmpty() ? "/" : "/?" + whole;
    }

    /** The address of a further page of it. */
    public String page(int number) {
        String first = path();
        return number <= 1 ? first : first + (first.contains("?") ? "&" : "?") + "page=" + number;
    }

    /** The filters alone, for the feed of them; "" where there is none. */
    String query() {
        return asked.entrySet().stream()
                .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
