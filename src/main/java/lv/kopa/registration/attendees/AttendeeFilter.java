package lv.kopa.registration.attendees;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Which registrations of an event an organiser looks for.
 *
 * @param q a part of the name, the address, the organisation or the reference; "" for any
 * @param status null for any
 * @param category the id of the kind of place; null for any
 * @param kind the key of the same
 * @param unanswered whether those only who have yet to answer something that is needed
 */
public record AttendeeFilter(
        String q,
        @Nullable RegistrationStatus status,
        @Nullable Long category,
        @Nullable String kind,
        boolean unanswered) {

    /** What an address says of answers, to look for those whose answers are missing. */
    public static final String MISSING = "missing";

    /** What follows FROM in a query for the registrations of an event that a filter lets through. */
    public static final String MATCHING = """
             registration
            WHERE event_id = :event
              AND (:status IS NULL OR status = :status)
              AND (:category IS NULL OR category_id = :category)
              AND (:everybody OR id IN (:among))
              AND (:pattern IS NULL OR name LIKE :pattern ESCAPE '!' OR email LIKE :pattern ESCAPE '!'
                OR organisation LIKE :pattern ESCAPE '!' OR CONVERT(reference USING utf8mb4) LIKE :pattern ESCAPE '!')
            """;

    public static AttendeeFilter all() {
        return new AttendeeFilter("", null, null, null, false);
    }

    /** Reads what stands in an address; a status that is none is left out. */
    public static AttendeeFilter of(@Nullable String q, @Nullable String status) {
        Optional<RegistrationStatus> known = Stream.of(RegistrationStatus.values())
                .filter(one -> one.name().equalsIgnoreCase(status))
                .findFirst();
        return new AttendeeFilter(q == null ? "" : PlainText.line(q), known.orElse(null), null, null, false);
    }

    AttendeeFilter in(Category place) {
        return new AttendeeFilter(q, status, place.id(), place.categoryKey(), unanswered);
    }

    /** The same, of those only who come in one way, where the event knows the key that stands in an address. */
    public AttendeeFilter among(EventDetails event, @Nullable String category) {
        return Optional.ofNullable(category)
                .flatMap(event::category)
                .map(this::in)
                .orElse(this);
    }

    /** The same, perhaps of those only who have yet to answer something that is needed. */
    public AttendeeFilter unanswered(@Nullable String answers) {
        return new AttendeeFilter(q, status, category, kind, MISSING.equals(answers));
    }

    public boolean isAll() {
        return equals(all());
    }

    /** The same in an address: "" or beginning with "?". */
    public String query() {
        String typed = q.isEmpty() ? "" : "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
        String chosen = status == null ? "" : "&status=" + status.name();
        String answers = unanswered ? "&answers=" + MISSING : "";
        String place = kind == null ? "" : "&category=" + URLEncoder.encode(kind, StandardCharsets.UTF_8);
        String whole = typed + chosen + place + answers;
        return whole.isEmpty() ? "" : "?" + whole.substring(1);
    }

    /** The text to look for in SQL's LIKE. */
    public @Nullable String pattern() {
        return q.isEmpty() ? null : "%" + q.replaceAll("[!%_]", "!$0") + "%";
    }
}
