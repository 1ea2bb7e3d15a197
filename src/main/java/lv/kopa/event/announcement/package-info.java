/** What organisers do to events: draft, change, publish, cancel, complete. */
@NullMarked
package lv.kopa.event.announcement;

import org.jspecify.annotations.NullMarked;
