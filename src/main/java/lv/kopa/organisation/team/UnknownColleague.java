package lv.kopa.organisation.team;

import lv.kopa.text.Refusal;

/** Somebody is not in the team. */
final class UnknownColleague extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownColleague() {
        super("team.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
