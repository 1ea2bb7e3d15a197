/** The organiser's start page: what needs doing, one's events, and the mail that is on its way. */
@NullMarked
package lv.kopa.workspace;

import org.jspecify.annotations.NullMarked;
