package lv.kopa.registration.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;

/**
 * A time for a reminder.
 *
 * @param session which it is about; none for the whole event
 * @param bound the session by whose start or end the time is reckoned
 */
record Moment(Reminder reminder, Optional<Session> session, Session bound) {
    /** After that long, thanks come too late. */
    private static final Duration PATIENCE = Duration.ofDays(7);

    /** So long after its time a reminder is sent at the latest where nothing is in its way. */
    private static final Duration ROUND = Duration.ofMinutes(15);

    /** What the reminder speaks of: the start it precedes, or the end it follows. */
    ZonedDateTime about() {
        return reminder.isBefore() ? bound.start() : bound.end();
    }

    ZonedDateTime due() {
        return reminder.offset().from(about());
    }

    /** Whether it comes at the same time by the programme as it is now. */
    boolean isPlanned(EventDetails event) {
        return reminder.moments(event).stream()
                .anyMatch(moment ->
                        moment.sessionId() == sessionId() && moment.about().isEqual(about()));
    }

    /** 0 for the whole event. */
    long sessionId() {
        return session.map(Session::id).orElse(0L);
    }

    /** Whether its time has come and is not over: before what it announces has begun, or not long after it ended. */
    boolean isNow(Instant now) {
        Instant due = due().toInstant();
        Instant end = reminder.isBefore() ? about().toInstant() : due.plus(PATIENCE);
        return !due.isAfter(now) && now.isBefore(end) && !isMissed();
    }

    /** Whether its time had passed when it was set, or long passed when the session was changed. */
    boolean isMissed() {
        Instant due = due().toInstant();
        return due.isBefore(reminder.setAt()) || due.plus(ROUND).isBefore(bound.changedAt());
    }
}
