/** That an event is copied, for whoever keeps something of it. */
@NullMarked
package lv.kopa.event.copy;

import org.jspecify.annotations.NullMarked;
