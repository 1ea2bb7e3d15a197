/** People say how an event was, by their name or without. */
@NullMarked
package lv.kopa.feedback.answer;

import org.jspecify.annotations.NullMarked;
