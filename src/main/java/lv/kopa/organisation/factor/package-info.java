/** Something somebody has besides a password: a telephone that makes codes (RFC 6238), and codes on paper for when it is lost. */
@NullMarked
package lv.kopa.organisation.factor;

import org.jspecify.annotations.NullMarked;
