/** Registrations that one contact makes for several people. */
@NullMarked
package lv.kopa.registration.party;

import org.jspecify.annotations.NullMarked;
