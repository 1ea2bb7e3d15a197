/** Numbered proofs of attendance that anybody can verify. */
@NullMarked
package lv.kopa.certificate;

import org.jspecify.annotations.NullMarked;
