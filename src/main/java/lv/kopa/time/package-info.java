/** What time it is: everyone asks the one {@link java.time.Clock}, so that a test can set it. */
@NullMarked
package lv.kopa.time;

import org.jspecify.annotations.NullMarked;
