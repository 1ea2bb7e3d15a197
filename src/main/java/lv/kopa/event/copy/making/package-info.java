/** Events that take place once more: copied, onto one day or several. */
@NullMarked
package lv.kopa.event.copy.making;

import org.jspecify.annotations.NullMarked;
