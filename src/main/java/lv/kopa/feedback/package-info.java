/** What the people of an event are asked once it is over. */
@NullMarked
package lv.kopa.feedback;

import org.jspecify.annotations.NullMarked;
