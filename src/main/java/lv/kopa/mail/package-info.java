/** Mail: what it says, and the outbox into which a transaction puts it. Knows no feature. */
@NullMarked
package lv.kopa.mail;

import org.jspecify.annotations.NullMarked;
