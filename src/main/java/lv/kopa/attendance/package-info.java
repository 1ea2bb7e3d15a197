/** Who came: attendance at sessions, who recorded it and how. */
@NullMarked
package lv.kopa.attendance;

import org.jspecify.annotations.NullMarked;
