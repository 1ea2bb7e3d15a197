/** Tests of calendars to subscribe to. */
@NullMarked
package lv.kopa.calendar;

import org.jspecify.annotations.NullMarked;
