/** People whom organisers invite by name: a link of their own, a reminder, and a way to say no. */
@NullMarked
package lv.kopa.registration.invitation;

import org.jspecify.annotations.NullMarked;
