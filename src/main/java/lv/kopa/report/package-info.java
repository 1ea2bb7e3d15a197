/** What a project came to: the report to its funder, and the rows behind every number of it. */
@NullMarked
package lv.kopa.report;

import org.jspecify.annotations.NullMarked;
