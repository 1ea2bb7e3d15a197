/** The record of deeds as teams look through it: who did what, when, and what was before and after. */
@NullMarked
package lv.kopa.workspace.deeds;

import org.jspecify.annotations.NullMarked;
