/** Calendars to subscribe to and calendar files, made of events and registrations; reads, and changes nothing. */
@NullMarked
package lv.kopa.calendar;

import org.jspecify.annotations.NullMarked;
