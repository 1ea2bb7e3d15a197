/** Calendars and news to subscribe to and calendar files, made of events and registrations; changes nothing of them. */
@NullMarked
package lv.kopa.calendar;

import org.jspecify.annotations.NullMarked;
