package lv.kopa.organisation.team;

import lv.kopa.text.Refusal;

/** An invitation to a team was answered or taken back, or is too old. */
final class InvitationSpent extends Refusal {
    private static final long serialVersionUID = 1L;

    InvitationSpent() {
        super("team.invitation.spent");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
