/** Tests of events, drafted, changed and announced. */
@NullMarked
package lv.kopa.event;

import org.jspecify.annotations.NullMarked;
