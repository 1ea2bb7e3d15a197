package lv.kopa.organisation;

import lv.kopa.text.Refusal;

/** The short name for addresses belongs to something else already. */
public final class SlugTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public SlugTaken() {
        super("slug.taken");
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
