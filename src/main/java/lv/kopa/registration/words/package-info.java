/** What organisers say in mails in their own words, in the place of the built-in ones. */
@NullMarked
package lv.kopa.registration.words;

import org.jspecify.annotations.NullMarked;
