package lv.kopa.attendance;

import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.FALSE;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import lv.kopa.attendance.Attendance.Means;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Api;
import lv.kopa.web.api.Unlisted;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/sessions/{id}/attendance")
@Api
@Tag(name = "Attendance")
@Secured(SecurityRule.IS_AUTHENTICATED)
class AttendanceApi {
    private final Attendances attendances;
    private final Registrations registrations;
    private final Events events;

    AttendanceApi(Attendances attendances, Registrations registrations, Events events) {
        this.attendances = attendances;
        this.registrations = registrations;
        this.events = events;
    }

    /**
     * Records that a confirmed person was at a session, once, however often it is sent: the first time stands. What was not
     * so is taken back by saying that they were not present, and may then be recorded anew.
     *
     * @return what is recorded now
     */
    @Put("/{reference}")
    @Needs(Role.CHECK_IN)
    Item record(long id, String reference, @Unlisted Organiser organiser, @Body Sighting sighting) {
        boolean present = sighting.isPresent();
        @Nullable Instant at = sighting.instant();
        Session session = events.session(id)
                .filter(known -> organiser.mayOrganise(
                        events.get(known.eventId()).event().organisationId()))
                .orElseThrow(() -> new UnknownAttendance("attendance.unknown-session"));
        Registration registration = registrations.byReference(reference);
        if (registration.eventId() != session.eventId()) {
            throw new UnknownAttendance("attendance.unknown-registration");
        }
        if (present) {
            Attendance recorded = attendances.record(session, registration, at, Means.PROGRAM, organiser.actor());
            return Item.of(session, registration, Optional.of(recorded));
        }
        attendances.withdraw(session, registration, null, organiser.actor());
        return Item.of(session, registration, Optional.empty());
    }

    /**
     * What an organiser saw.
     *
     * @param present whether the person was there
     * @param at when, as an instant, 2027-06-14T07:35:00Z; now if nothing is said
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    record Sighting(
            @Schema(requiredMode = REQUIRED, nullable = false) @Nullable
            Boolean present,

            @Nullable String at) {
        private static final int EARLIEST_YEAR = 2000;
        private static final int LATEST_YEAR = 2200;

        boolean isPresent() {
            if (present == null) {
                throw new InvalidInput("present", "web.required");
            }
            return present;
        }

        @Nullable
        Instant instant() {
            if (at == null || at.isBlank()) {
                return null;
            }
            try {
                OffsetDateTime read = OffsetDateTime.parse(at.strip()).withOffsetSameInstant(ZoneOffset.UTC);
                if (read.getYear() >= EARLIEST_YEAR && read.getYear() <= LATEST_YEAR) {
                    return read.toInstant();
                }
            } catch (DateTimeException notOne) {
                // told below like any other time that is none
            }
            throw new InvalidInput("at", "attendance.fault.at");
        }
    }

    /**
     * What is recorded of a person and a session.
     *
     * @param session its id
     * @param registration its reference
     * @param at when the person was there; null where nothing is recorded
     * @param recordedBy who says so: {@code person:12}, or {@code token:7} for a program of theirs
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            long session,
            String registration,
            boolean present,
            @Nullable Instant at,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {

        static Item of(Session session, Registration registration, Optional<Attendance> standing) {
            return new Item(
                    session.id(),
                    registration.reference(),
                    standing.isPresent(),
                    standing.map(Attendance::seenAt).orElse(null),
                    standing.map(Attendance::recordedAt).orElse(null),
                    standing.map(Attendance::recordedBy).orElse(null));
        }
    }
}
