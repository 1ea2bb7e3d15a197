package lv.kopa.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The time an entry takes: hours by a clock, or whole days (RFC 5545 §3.6.1). */
public sealed interface When {

    /** What entries are ordered by; whole days begin at midnight UTC, as they belong to no zone. */
    Instant startsAt();

    /**
     * From one reading of the clock on the wall to another, both in the same zone.
     *
     * @param start as typed, whole seconds
     * @param end as typed, after the start, not included
     * @param zone the clock's zone
     */
    record Timed(LocalDateTime start, LocalDateTime end, ZoneId zone) implements When {

        /** @throws IllegalArgumentException if the end is not after the start */
        public Timed {
            start = start.truncatedTo(ChronoUnit.SECONDS);
            end = end.truncatedTo(ChronoUnit.SECONDS);
            if (!end.isAfter(start)) {
                throw new IllegalArgumentException("The end " + end + " is not after the start " + start);
            }
        }

        /** The first pass where the clock shows the hour twice, the offset before where it skips it (§3.3.5). */
        @Override
        public Instant startsAt() {
            return start.atZone(zone).toInstant();
        }

        /** As {@link #startsAt()}; where a skipped hour would put the end before the start, the typed length holds. */
        public Instant endsAt() {
            Instant end = end().atZone(zone).toInstant();
            return end.isAfter(startsAt()) ? end : startsAt().plus(Duration.between(start, end()));
        }

        /**
         * Whether readers would disagree about the local time: in the hour that autumn repeats RFC 5545 §3.3.5 takes
         * the first pass, most libraries the second. Zones of a fixed offset (UTC, +02:00, Etc/…) have no place to
         * show.
         */
        boolean needsUtc() {
            var rules = zone.getRules();
            return rules.isFixedOffset()
                    || rules.getValidOffsets(start).size() != 1
                    || rules.getValidOffsets(end).size() != 1;
        }
    }

    /**
     * Whole days wherever the reader is.
     *
     * @param first the first day
     * @param last the last day, included (DTEND is the day after it, §3.6.1)
     */
    record AllDay(LocalDate first, LocalDate last) implements When {

        /** @throws IllegalArgumentException if the last day is before the first */
        public AllDay {
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("The last day " + last + " is before the first " + first);
            }
        }

        @Override
        public Instant startsAt() {
            return first.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    }
}
