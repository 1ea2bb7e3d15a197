package lv.kopa.project;

import lv.kopa.text.Refusal;

/** There is no such project, or none that is the reader's business. */
public final class UnknownProject extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownProject() {
        super("project.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
