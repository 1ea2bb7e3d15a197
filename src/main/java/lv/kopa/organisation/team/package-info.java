/** An organisation's team: who is in it and as what, who is invited, and how they come in and go. */
@NullMarked
package lv.kopa.organisation.team;

import org.jspecify.annotations.NullMarked;
