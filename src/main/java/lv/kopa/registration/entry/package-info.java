/** What the people of an event have of it in their calendars, as far as we were the ones who put it there. */
@NullMarked
package lv.kopa.registration.entry;

import org.jspecify.annotations.NullMarked;
