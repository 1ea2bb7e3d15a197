/** Examples that Kopa brings along, with which somebody begins who has no template yet. */
@NullMarked
package lv.kopa.event.beginning;

import org.jspecify.annotations.NullMarked;
