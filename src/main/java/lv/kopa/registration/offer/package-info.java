/** Places that are offered to those who wait, for a time. */
@NullMarked
package lv.kopa.registration.offer;

import org.jspecify.annotations.NullMarked;
