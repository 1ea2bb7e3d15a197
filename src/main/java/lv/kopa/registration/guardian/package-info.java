/** Who answers for people under 18, and whether they agree. */
@NullMarked
package lv.kopa.registration.guardian;

import org.jspecify.annotations.NullMarked;
