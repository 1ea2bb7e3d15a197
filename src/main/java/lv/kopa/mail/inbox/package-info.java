/** The mailbox that mail comes back to: what was returned, and what people and their calendars answer. */
@NullMarked
package lv.kopa.mail.inbox;

import org.jspecify.annotations.NullMarked;
