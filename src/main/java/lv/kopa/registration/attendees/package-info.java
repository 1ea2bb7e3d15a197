/** Who comes, as the organisers of an event look through them and decide. */
@NullMarked
package lv.kopa.registration.attendees;

import org.jspecify.annotations.NullMarked;
