/** Mail servers of organisations' own, what is known of servers that are away, and the way to them. Knows no feature. */
@NullMarked
package lv.kopa.mail.server;

import org.jspecify.annotations.NullMarked;
