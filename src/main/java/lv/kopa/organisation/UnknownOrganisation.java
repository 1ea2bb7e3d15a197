package lv.kopa.organisation;

import lv.kopa.text.Refusal;

/** There is no such organisation, or none that is the reader's business. */
public final class UnknownOrganisation extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownOrganisation() {
        super("organisation.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
