/** A person's own page: where they stand, what happened, and what they can change by themselves. */
@NullMarked
package lv.kopa.registration.own;

import org.jspecify.annotations.NullMarked;
