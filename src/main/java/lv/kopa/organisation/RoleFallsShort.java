package lv.kopa.organisation;

import lv.kopa.text.Refusal;

/** Somebody belongs to the team, and their role in it does not allow what they ask for. */
public final class RoleFallsShort extends Refusal {
    private static final long serialVersionUID = 1L;

    RoleFallsShort(Membership membership) {
        super("role.falls-short." + membership.role().name(), membership.name());
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }
}
