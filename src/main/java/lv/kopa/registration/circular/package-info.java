/** What organisers write to many people of an event at once, and who wants no news of them. */
@NullMarked
package lv.kopa.registration.circular;

import org.jspecify.annotations.NullMarked;
