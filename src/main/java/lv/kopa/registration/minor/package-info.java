/** People under 18: whoever answers for them says yes or no. */
@NullMarked
package lv.kopa.registration.minor;

import org.jspecify.annotations.NullMarked;
