/** Calendars as files (RFC 5545, RFC 7986): knows iCalendar, no feature of ours. */
@NullMarked
package lv.kopa.ical;

import org.jspecify.annotations.NullMarked;
