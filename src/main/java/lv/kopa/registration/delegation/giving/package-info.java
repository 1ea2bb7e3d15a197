/** Where organisers give partners places, and see what becomes of them. */
@NullMarked
package lv.kopa.registration.delegation.giving;

import org.jspecify.annotations.NullMarked;
