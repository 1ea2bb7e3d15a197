/** Who: organisations, the people of their teams, sign-in, tokens of programs, and the record of who did what. */
@NullMarked
package lv.kopa.organisation;

import org.jspecify.annotations.NullMarked;
