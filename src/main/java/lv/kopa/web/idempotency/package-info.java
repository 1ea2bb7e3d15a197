/** `Idempotency-Key`: what a program sends again is answered again and done once. */
@NullMarked
package lv.kopa.web.idempotency;

import org.jspecify.annotations.NullMarked;
