/** What people ask for who register, and the sense it makes for the event. */
@NullMarked
package lv.kopa.registration.wish;

import org.jspecify.annotations.NullMarked;
