package lv.kopa.event.announcement;

import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.FALSE;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.Approval;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventKind;
import lv.kopa.event.Session;
import lv.kopa.event.Visibility;
import lv.kopa.project.Acknowledgement;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of an event, as typed: in a form or by a program.
 *
 * @param organisation the slug of who holds it
 * @param activity {@code project-slug/activity-number}
 * @param title by language tag
 * @param provided what whoever comes is given: lunch, travel, a certificate
 * @param questions not yet: what is asked is refused
 */
@Serdeable
@Schema(additionalProperties = FALSE)
public record EventPlan(
        @Nullable String organisation,
        @Nullable String slug,
        @Schema(implementation = EventKind.class) @Nullable String kind,
        @Nullable Map<String, @Nullable String> title,
        @Nullable Map<String, @Nullable String> description,
        @Nullable Map<String, @Nullable String> provided,

        @ArraySchema(
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"en", "lv", "nb", "uk", "ru"}))
        @Nullable
        List<String> languages,

        @Nullable String timeZone,
        @Nullable Integer places,
        @Nullable Boolean waitingList,
        @Schema(implementation = Approval.class) @Nullable String approval,
        @Schema(implementation = Visibility.class) @Nullable String visibility,
        @Nullable RegistrationPlan registration,
        @Nullable String activity,
        @Nullable List<CategoryPlan> categories,
        @Nullable List<SessionPlan> sessions,
        @Nullable List<Map<String, Object>> questions) {

    /** When people may register and change: ISO 8601 instants, or wall-clock times in the event's zone. */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record RegistrationPlan(
            @Nullable String opens,
            @Nullable String closes,
            @Nullable String changesUntil) {}

    /** A kind of place. */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record CategoryPlan(
            @Nullable String key,
            @Nullable Map<String, @Nullable String> name,
            @Nullable Integer places) {}

    /**
     * A part of the programme.
     *
     * @param id of the session it changes; none for a new one
     * @param start the clock on the wall, {@code 2027-06-14T09:30}
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record SessionPlan(
            @Nullable Long id,
            @Nullable Map<String, @Nullable String> title,
            @Nullable String start,
            @Nullable String end,
            @Nullable String timeZone,
            @Nullable String place,
            @Nullable String onlineUrl,
            @Nullable String host,
            @Nullable String hostContact,
            @Nullable List<String> trainers,
            @Nullable Integer places) {}

    /** The plan that would make an event what it is. */
    public static EventPlan of(EventDetails details) {
        Event event = details.event();
        return new EventPlan(
                details.organisation().slug(),
                event.slug(),
                event.kind().name(),
                texts(event.title()),
                texts(event.description()),
                texts(event.provided()),
                event.heldIn().stream().map(Language::tag).toList(),
                event.timeZone(),
                event.places(),
                event.waitingList(),
                event.approval().name(),
                event.visibility().name(),
                new RegistrationPlan(typed(event.opensAt()), typed(event.closesAt()), typed(event.changesUntil())),
                details.funding().map(Acknowledgement::activity).orElse(null),
                details.categories().stream().map(EventPlan::of).toList(),
                details.planned().stream().map(EventPlan::of).toList(),
                null);
    }

    private static CategoryPlan of(Category category) {
        return new CategoryPlan(category.categoryKey(), texts(category.name()), category.places());
    }

    private static SessionPlan of(Session session) {
        return new SessionPlan(
                session.id(),
                texts(session.title()),
                session.startsOn().toString(),
                session.endsOn().toString(),
                session.timeZone(),
                session.place(),
                session.onlineUrl(),
                session.host(),
                session.hostContact(),
                session.trainers(),
                session.places());
    }

    private static Map<String, String> texts(Translated translated) {
        return translated.languages().stream().collect(Collectors.toMap(Language::tag, translated::exactly));
    }

    private static @Nullable String typed(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /**
     * Whether it makes sense.
     *
     * @param home the zone of the organisation, meant where the plan names none
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    public void check(ZoneId home) {
        PlanReader.read(this, home);
    }

    List<CategoryPlan> categoriesOrNone() {
        return Optional.ofNullable(categories).orElse(List.of());
    }

    List<SessionPlan> sessionsOrNone() {
        return Optional.ofNullable(sessions).orElse(List.of());
    }
}
