package lv.kopa.ical;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * A local time with TZID (RFC 5545 §3.3.5, form 3), written as it was typed. With a ZonedDateTime iCal4j looks the
 * zone up
 * in its registry, which adds 1,800 ids to {@link ZoneId#getAvailableZoneIds()} and so to every list of zones we show.
 */
final class WallClock {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private WallClock() {}

    private static ParameterList tzid(ZoneId zone) {
        return new ParameterList(List.of(new TzId(zone.getId())));
    }

    /** DTSTART (§3.8.2.4). */
    static final class Start extends DtStart<LocalDateTime> {

        private final String text;

        Start(LocalDateTime local, ZoneId zone) {
            super(tzid(zone), local);
            this.text = local.format(LOCAL);
        }

        @Override
        public String getValue() {
            return text;
        }
    }

    /** DTEND (§3.8.2.2). */
    static final class End extends DtEnd<LocalDateTime> {

        private final String text;

        End(LocalDateTime local, ZoneId zone) {
            super(tzid(zone), local);
            this.text = local.format(LOCAL);
        }

        @Override
        public String getValue() {
            return text;
        }
    }
}
