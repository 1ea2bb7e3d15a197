/** The list that people sign who came, and what they signed. */
@NullMarked
package lv.kopa.attendance.sheet;

import org.jspecify.annotations.NullMarked;
