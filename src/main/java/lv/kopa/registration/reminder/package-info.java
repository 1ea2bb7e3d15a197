/** Mails to people with a place, so long before or after their event or its sessions. */
@NullMarked
package lv.kopa.registration.reminder;

import org.jspecify.annotations.NullMarked;
