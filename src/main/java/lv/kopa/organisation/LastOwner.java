package lv.kopa.organisation;

import lv.kopa.text.Refusal;

/** An organisation would be left without an owner. */
public final class LastOwner extends Refusal {
    private static final long serialVersionUID = 1L;

    LastOwner() {
        super("team.last-owner");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
