/** The archive of a project for its auditors, and how they see that nobody has changed it. */
@NullMarked
package lv.kopa.report.archive;

import org.jspecify.annotations.NullMarked;
