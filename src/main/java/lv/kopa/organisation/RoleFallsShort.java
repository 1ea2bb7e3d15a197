package lv.kopa.organisation;

import lv.kopa.text.Refusal;

/** Somebody belongs to the team, or helps with an event, and their role does not allow what they ask for. */
public final class RoleFallsShort extends Refusal {
    private static final long serialVersionUID = 1L;

    RoleFallsShort(Membership membership) {
        super("role.falls-short." + membership.role().name(), membership.name());
    }

    private RoleFallsShort(String key, EventRole role) {
        super(key, role.name());
    }

    /** At their own event. */
    static RoleFallsShort at(EventRole role) {
        return new RoleFallsShort("role.falls-short.event." + role.role().name(), role);
    }

    /** Outside their own events. */
    static RoleFallsShort outside(EventRole role) {
        return new RoleFallsShort("role.falls-short.event", role);
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }
}
