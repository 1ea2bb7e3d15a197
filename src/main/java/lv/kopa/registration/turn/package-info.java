/** Full sessions that people wait for besides their place in the event. */
@NullMarked
package lv.kopa.registration.turn;

import org.jspecify.annotations.NullMarked;
