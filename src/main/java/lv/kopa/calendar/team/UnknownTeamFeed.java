package lv.kopa.calendar.team;

import lv.kopa.text.Refusal;

/** There is no such address of a team's calendar, or no longer. */
final class UnknownTeamFeed extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownTeamFeed() {
        super("calendar.team.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
