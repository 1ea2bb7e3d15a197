/** Keys in people's devices by which they sign in without a password (WebAuthn Level 3). */
@NullMarked
package lv.kopa.organisation.passkey;

import org.jspecify.annotations.NullMarked;
