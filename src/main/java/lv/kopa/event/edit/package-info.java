/** The form in which organisers write and change events. */
@NullMarked
package lv.kopa.event.edit;

import org.jspecify.annotations.NullMarked;
