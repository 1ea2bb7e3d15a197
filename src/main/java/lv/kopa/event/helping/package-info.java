/** Who helps with one event alone: given, shown and taken on its page. */
@NullMarked
package lv.kopa.event.helping;

import org.jspecify.annotations.NullMarked;
