/** Lists to take along: CSV, spreadsheets, vCards; reads, and changes nothing. */
@NullMarked
package lv.kopa.export;

import org.jspecify.annotations.NullMarked;
