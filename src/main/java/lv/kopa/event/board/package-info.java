/** Announced events as they were last read, for the many who look at them while nothing changes. */
@NullMarked
package lv.kopa.event.board;

import org.jspecify.annotations.NullMarked;
