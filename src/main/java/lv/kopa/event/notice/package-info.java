/** Announced events as everybody sees them: the noticeboard, and the pages that show what hangs there. */
@NullMarked
package lv.kopa.event.notice;

import org.jspecify.annotations.NullMarked;
