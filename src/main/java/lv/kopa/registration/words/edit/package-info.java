/** Where organisers write mails in their own words, and see them before anybody else does. */
@NullMarked
package lv.kopa.registration.words.edit;

import org.jspecify.annotations.NullMarked;
