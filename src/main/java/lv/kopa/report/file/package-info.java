/** The report as files that leave the house: for whoever pays, for spreadsheets, for programs. */
@NullMarked
package lv.kopa.report.file;

import org.jspecify.annotations.NullMarked;
