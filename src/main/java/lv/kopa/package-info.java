/** Kopa. */
@NullMarked
package lv.kopa;

import org.jspecify.annotations.NullMarked;
