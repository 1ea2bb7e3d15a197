package lv.kopa.calendar;

import java.time.LocalDate;

/**
 * A state of the world by which a feed was made; at the same moment it would be made the same.
 *
 * @param revision of all that feeds tell
 * @param day in UTC, since events leave a feed with time
 */
record Moment(String revision, LocalDate day) {}
