/** What: events with sessions, categories and the counters that guard their places. */
@NullMarked
package lv.kopa.event;

import org.jspecify.annotations.NullMarked;
