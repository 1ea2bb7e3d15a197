/** The page of a delegation's head: whom they name, swap and take out. */
@NullMarked
package lv.kopa.registration.delegation.heading;

import org.jspecify.annotations.NullMarked;
