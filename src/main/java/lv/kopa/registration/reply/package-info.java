/** What people’s calendars answer to invitations. */
@NullMarked
package lv.kopa.registration.reply;

import org.jspecify.annotations.NullMarked;
