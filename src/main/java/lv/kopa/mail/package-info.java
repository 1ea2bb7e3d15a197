/** Mail: put into the outbox by a transaction, taken to the mail server afterwards. Knows SMTP, no feature. */
@NullMarked
package lv.kopa.mail;

import org.jspecify.annotations.NullMarked;
