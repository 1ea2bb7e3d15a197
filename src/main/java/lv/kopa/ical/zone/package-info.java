/** Time zones as calendars carry them. */
@NullMarked
package lv.kopa.ical.zone;

import org.jspecify.annotations.NullMarked;
