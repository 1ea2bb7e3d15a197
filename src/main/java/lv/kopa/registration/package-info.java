/** Who comes: registrations, the waiting list, and the mails that tell people about their place. */
@NullMarked
package lv.kopa.registration;

import org.jspecify.annotations.NullMarked;
