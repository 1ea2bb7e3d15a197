/** The record of who did what, for every feature. */
@NullMarked
package lv.kopa.organisation.audit;

import org.jspecify.annotations.NullMarked;
