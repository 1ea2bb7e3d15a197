/** What mails and files say of an event, in the words of one language. */
@NullMarked
package lv.kopa.registration.facts;

import org.jspecify.annotations.NullMarked;
