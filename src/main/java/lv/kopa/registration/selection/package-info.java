/** Choosing among those who await approval: by criteria and notes, side by side, many at once. */
@NullMarked
package lv.kopa.registration.selection;

import org.jspecify.annotations.NullMarked;
