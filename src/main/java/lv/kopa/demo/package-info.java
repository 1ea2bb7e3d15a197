/** The demonstration: what Kopa shows to somebody who tries it. */
@NullMarked
package lv.kopa.demo;

import org.jspecify.annotations.NullMarked;
