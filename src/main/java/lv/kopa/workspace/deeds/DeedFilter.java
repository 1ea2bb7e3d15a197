package lv.kopa.workspace.deeds;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.event.EventFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which deeds are looked for; "" for any.
 *
 * @param event the slug of one
 * @param actor as the record names them, such as `person:12`
 * @param from the first day, as `2027-06-14`
 * @param to the last day
 * @param registration the reference of one
 */
public record DeedFilter(String event, String actor, String deed, String from, String to, String registration) {

    /** What an address says; days that are none are left out. */
    static DeedFilter of(Function<String, @Nullable String> address) {
        return new DeedFilter(
                typed(address.apply("event")),
                typed(address.apply("actor")),
                typed(address.apply("deed")),
                day(address.apply("from")),
                day(address.apply("to")),
                typed(address.apply("registration")));
    }

    private static String typed(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static String day(@Nullable String value) {
        return EventFilter.day(typed(value)).map(LocalDate::toString).orElse("");
    }

    @Nullable
    LocalDate first() {
        return from.isEmpty() ? null : LocalDate.parse(from);
    }

    @Nullable
    LocalDate last() {
        return to.isEmpty() ? null : LocalDate.parse(to);
    }

    /** The same of whatever registration. */
    DeedFilter ofAnybody() {
        return new DeedFilter(event, actor, deed, from, to, "");
    }

    public boolean isAll() {
        return query().isEmpty();
    }

    /** The same in an address: "" or beginning with "?". */
    public String query() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("event", event);
        parts.put("actor", actor);
        parts.put("deed", deed);
        parts.put("from", from);
        parts.put("to", to);
        parts.put("registration", registration);
        parts.values().removeIf(String::isEmpty);
        return parts.isEmpty()
                ? ""
                : parts.entrySet().stream()
                        .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
