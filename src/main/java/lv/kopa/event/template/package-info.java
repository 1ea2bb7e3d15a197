/** Drafts that are kept to start events from. */
@NullMarked
package lv.kopa.event.template;

import org.jspecify.annotations.NullMarked;
