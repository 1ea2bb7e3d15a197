/** What becomes of those who wait: places that they are offered, what else they would take, and their turn. */
@NullMarked
package lv.kopa.registration.waiting;

import org.jspecify.annotations.NullMarked;
