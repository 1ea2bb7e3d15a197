/** Many people at once whom an organiser has in a table: looked at first, then registered, all or nobody. */
@NullMarked
package lv.kopa.registration.intake;

import org.jspecify.annotations.NullMarked;
