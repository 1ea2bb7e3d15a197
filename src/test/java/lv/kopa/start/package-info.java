/** Tests of the program as a process of its own. */
@NullMarked
package lv.kopa.start;

import org.jspecify.annotations.NullMarked;
