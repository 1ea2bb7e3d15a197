/** A person who is no longer to be known; what remains of the registration only counts. */
@NullMarked
package lv.kopa.registration.erasure;

import org.jspecify.annotations.NullMarked;
