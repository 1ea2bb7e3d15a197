/** Tests of what stands between the world and our pages. */
@NullMarked
package lv.kopa.web.guard;

import org.jspecify.annotations.NullMarked;
