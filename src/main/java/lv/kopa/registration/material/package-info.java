/** Materials of events for the people who have a place: told of by mail, given out on their own page. */
@NullMarked
package lv.kopa.registration.material;

import org.jspecify.annotations.NullMarked;
