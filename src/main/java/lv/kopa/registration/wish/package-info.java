/** What people ask for who register, the sense it makes for the event, and whether they may ask. */
@NullMarked
package lv.kopa.registration.wish;

import org.jspecify.annotations.NullMarked;
