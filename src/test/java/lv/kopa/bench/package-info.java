/** The benchmark: every figure is a ratio of two loads in one run. */
@NullMarked
package lv.kopa.bench;

import org.jspecify.annotations.NullMarked;
