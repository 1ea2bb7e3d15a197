/** Tests of the files that pages need. */
@NullMarked
package lv.kopa.web.asset;

import org.jspecify.annotations.NullMarked;
