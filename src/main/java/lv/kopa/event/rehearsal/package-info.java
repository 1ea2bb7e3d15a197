/** What a change of an event would have people told, found out before it is made. */
@NullMarked
package lv.kopa.event.rehearsal;

import org.jspecify.annotations.NullMarked;
