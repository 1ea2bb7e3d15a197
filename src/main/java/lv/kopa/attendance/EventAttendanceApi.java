package lv.kopa.attendance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.attendance.Attendance.Means;
import lv.kopa.event.Event;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registrations;
import lv.kopa.web.Api;
import lv.kopa.web.api.Cursor;
import lv.kopa.web.api.InParts;
import lv.kopa.web.api.Page;
import lv.kopa.web.api.Unlisted;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/events/{slug}/attendance")
@Api
@Tag(name = "Attendance")
@Secured(SecurityRule.IS_AUTHENTICATED)
class EventAttendanceApi {
    private final Attendances attendances;
    private final Events events;
    private final Registrations registrations;

    EventAttendanceApi(Attendances attendances, Events events, Registrations registrations) {
        this.attendances = attendances;
        this.events = events;
        this.registrations = registrations;
    }

    /**
     * Lists who was at which session of an event, and how long, in the order in which it was recorded. What was taken back is
     * left out, and so is what was recorded of sessions that do not take place any more.
     *
     * @return one part of it
     */
    @Get
    @InParts
    Page<Presence> list(String slug, @Unlisted Organiser organiser, @Unlisted Cursor cursor) {
        Event event = events.own(slug, organiser).event();
        Page<Attendance> page =
                Page.of(cursor, attendances.some(event, cursor.after(), cursor.sizeAndOne()), Attendance::id);
        // read after what refers to them, lest one that has just been added be missing
        Map<Long, Session> sessions =
                events.get(event.id()).sessions().stream().collect(Collectors.toMap(Session::id, Function.identity()));
        Map<Long, String> references = registrations.references(
                page.items().stream().map(Attendance::registrationId).toList());
        List<Presence> items = page.items().stream()
                .map(attendance -> Presence.of(
                        attendance,
                        Objects.requireNonNull(sessions.get(attendance.sessionId())),
                        Objects.requireNonNull(references.get(attendance.registrationId()))))
                .toList();
        return new Page<>(items, page.next());
    }

    /**
     * That a person was at a session.
     *
     * @param session its id
     * @param registration its reference
     * @param at when the person was seen there
     * @param means how it was recorded
     * @param cameOn from when the person was there, by the clocks of the place; null: from the beginning
     * @param leftOn until when; null: to the end
     * @param timeZone of the place
     * @param minutes how long that is, of the time that the session takes
     * @param recordedBy who says so: {@code person:12}, or {@code token:7} for a program of theirs
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Presence(
            long session,
            String registration,
            Instant at,
            Means means,
            @Nullable LocalDateTime cameOn,
            @Nullable LocalDateTime leftOn,
            String timeZone,
            long minutes,
            Instant recordedAt,
            String recordedBy) {

        static Presence of(Attendance attendance, Session session, String registration) {
            return new Presence(
                    session.id(),
                    registration,
                    attendance.seenAt(),
                    attendance.means(),
                    attendance.cameOn(),
                    attendance.leftOn(),
                    session.timeZone(),
                    attendance.time(session).toMinutes(),
                    attendance.recordedAt(),
                    attendance.recordedBy());
        }
    }
}
