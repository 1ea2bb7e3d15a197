/** Registrations that are held until their address has shown itself to be the person's. */
@NullMarked
package lv.kopa.registration.hold;

import org.jspecify.annotations.NullMarked;
