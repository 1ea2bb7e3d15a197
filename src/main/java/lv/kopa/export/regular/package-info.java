/** Lists of who comes, mailed to somebody of the team day by day or week by week. */
@NullMarked
package lv.kopa.export.regular;

import org.jspecify.annotations.NullMarked;
