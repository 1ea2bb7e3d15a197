/** Tests of the house itself. */
@NullMarked
package lv.kopa;

import org.jspecify.annotations.NullMarked;
