/** Events for programs. */
@NullMarked
package lv.kopa.event.api;

import org.jspecify.annotations.NullMarked;
