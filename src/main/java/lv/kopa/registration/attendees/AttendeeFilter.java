package lv.kopa.registration.attendees;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which registrations of an event an organiser looks for.
 *
 * @param q a part of the name, the address, the organisation or the reference; "" for any
 * @param status null for any
 * @param category the id of the kind of place; null for any
 */
public record AttendeeFilter(
        String q,
        @Nullable RegistrationStatus status,
        @Nullable Long category) {

    public static AttendeeFilter all() {
        return new AttendeeFilter("", null, null);
    }

    /** Reads what stands in an address; a status that is none is left out. */
    public static AttendeeFilter of(@Nullable String q, @Nullable String status) {
        Optional<RegistrationStatus> known = Stream.of(RegistrationStatus.values())
                .filter(one -> one.name().equalsIgnoreCase(status))
                .findFirst();
        return new AttendeeFilter(q == null ? "" : PlainText.line(q), known.orElse(null), null);
    }

    AttendeeFilter in(Category kind) {
        return new AttendeeFilter(q, status, kind.id());
    }

    public boolean isAll() {
        return equals(all());
    }

    /** The same in an address: "" or beginning with "?". */
    public String query() {
        String typed = q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        String chosen = status == null ? "" : "&status=" + status.name();
        String whole = typed + chosen;
        return whole.isEmpty() ? "" : "?" + whole.substring(1);
    }

    /** The text to look for in SQL's LIKE. */
    public @Nullable String pattern() {
        return q.isEmpty() ? null : "%" + q.replaceAll("[!%_]", "!$0") + "%";
    }
}
