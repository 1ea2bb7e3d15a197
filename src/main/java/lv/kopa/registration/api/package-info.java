/** Registrations for programs. */
@NullMarked
package lv.kopa.registration.api;

import org.jspecify.annotations.NullMarked;
