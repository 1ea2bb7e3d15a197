/** Pages as paper: PDF, few at a time. */
@NullMarked
package lv.kopa.paper;

import org.jspecify.annotations.NullMarked;
