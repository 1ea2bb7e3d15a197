/** Files: what is taken for one, where its bytes lie, how it is given out. Knows no feature. */
@NullMarked
package lv.kopa.file;

import org.jspecify.annotations.NullMarked;
