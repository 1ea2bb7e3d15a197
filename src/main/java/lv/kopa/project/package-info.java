/** Paid by: grants with their activities, the funder and the acknowledgement it asks for. */
@NullMarked
package lv.kopa.project;

import org.jspecify.annotations.NullMarked;
