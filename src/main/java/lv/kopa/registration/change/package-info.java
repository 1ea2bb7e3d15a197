/** Changes of events that their people have yet to hear of, collected so that they hear of several at once. */
@NullMarked
package lv.kopa.registration.change;

import org.jspecify.annotations.NullMarked;
