package lv.kopa.organisation;

import lv.kopa.text.Refusal;

/** Somebody else changed the same thing after it was read. */
public final class ChangedMeanwhile extends Refusal {
    private static final long serialVersionUID = 1L;

    public ChangedMeanwhile() {
        super("organisation.changed-meanwhile");
    }

    @Override
    public Kind kind() {
        return Kind.STALE;
    }
}
