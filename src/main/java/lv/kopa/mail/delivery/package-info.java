/** The postman, who takes the mail of the outbox to the mail server. Knows SMTP, no feature. */
@NullMarked
package lv.kopa.mail.delivery;

import org.jspecify.annotations.NullMarked;
