/** Tests of what is sent again. */
@NullMarked
package lv.kopa.web.idempotency;

import org.jspecify.annotations.NullMarked;
