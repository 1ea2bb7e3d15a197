/** What people agree to, in which words, and that they may think otherwise. */
@NullMarked
package lv.kopa.registration.consent;

import org.jspecify.annotations.NullMarked;
