/** Starts the program, and says in one sentence why it cannot. Knows no feature. */
@NullMarked
package lv.kopa.start;

import org.jspecify.annotations.NullMarked;
