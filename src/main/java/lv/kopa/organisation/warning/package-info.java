/** Letters to people about what may open their account to somebody else. */
@NullMarked
package lv.kopa.organisation.warning;

import org.jspecify.annotations.NullMarked;
