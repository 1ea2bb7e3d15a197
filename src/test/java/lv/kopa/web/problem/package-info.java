/** Tests of what readers are told when something fails. */
@NullMarked
package lv.kopa.web.problem;

import org.jspecify.annotations.NullMarked;
