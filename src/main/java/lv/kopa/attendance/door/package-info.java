/** The door: who comes in is marked by phone, and who comes unannounced is let in. */
@NullMarked
package lv.kopa.attendance.door;

import org.jspecify.annotations.NullMarked;
