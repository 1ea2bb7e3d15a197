package lv.kopa.event.notice;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import lv.kopa.event.Session;
import lv.kopa.web.Shell;

/** The clocks of an event's home beside those of the places its sessions are at. */
public record HomeTime(Shell shell, ZoneId zone) {

    public String name() {
        return shell.dates().zone(zone);
    }

    /** The stretch of a session on the clocks at home, where they show another time. */
    public Optional<String> hours(Session session) {
        ZonedDateTime start = session.start().withZoneSameInstant(zone);
        ZonedDateTime end = session.end().withZoneSameInstant(zone);
        return minutesAhead(session) == 0
                ? Optional.empty()
                : Optional.of(shell.dates().time(start.toLocalDateTime()) + "–"
                        + shell.dates().time(end.toLocalDateTime()));
    }

    /** "Oslo time, one hour behind home", said where the itinerary enters another zone. */
    public String enters(Session session) {
        int minutes = minutesAhead(session);
        String there = shell.dates().zone(session.zone());
        if (minutes == 0) {
            return shell.text("event.zone.home", there);
        }
        String gap = (minutes > 0 ? "+" : "−")
                + Math.abs(minutes) / 60
                + (minutes % 60 == 0 ? "" : ":" + Math.abs(minutes) % 60);
        return shell.text("event.zone.enters", there, gap);
    }

    private int minutesAhead(Session session) {
        int there = session.start().getOffset().getTotalSeconds();
        int here = session.start().withZoneSameInstant(zone).getOffset().getTotalSeconds();
        return (there - here) / 60;
    }
}
