/** The calendar of an organisation's team: all of its events, drafts too, with how many come. */
@NullMarked
package lv.kopa.calendar.team;

import org.jspecify.annotations.NullMarked;
