/** What people said of an event, for its organisers. */
@NullMarked
package lv.kopa.feedback.result;

import org.jspecify.annotations.NullMarked;
