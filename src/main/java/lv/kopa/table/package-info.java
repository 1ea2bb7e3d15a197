/** Tables as spreadsheet programs save them, read into rows of text. */
@NullMarked
package lv.kopa.table;

import org.jspecify.annotations.NullMarked;
