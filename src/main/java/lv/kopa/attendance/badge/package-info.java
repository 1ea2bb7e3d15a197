/** Badges to be worn, on sheets of labels that one can buy. */
@NullMarked
package lv.kopa.attendance.badge;

import org.jspecify.annotations.NullMarked;
