/** Tests of lists to take along. */
@NullMarked
package lv.kopa.export;

import org.jspecify.annotations.NullMarked;
