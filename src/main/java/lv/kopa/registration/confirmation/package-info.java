/** People show that an address is theirs before their place counts; whoever does not gives it back. */
@NullMarked
package lv.kopa.registration.confirmation;

import org.jspecify.annotations.NullMarked;
