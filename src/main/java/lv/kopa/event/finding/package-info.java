/** How events are found: by month, by who holds or pays for them, in one's own calendar, by search engines. */
@NullMarked
package lv.kopa.event.finding;

import org.jspecify.annotations.NullMarked;
