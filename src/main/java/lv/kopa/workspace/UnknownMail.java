package lv.kopa.workspace;

import lv.kopa.text.Refusal;

/** There is no such mail, or none of this reader's organisations. */
final class UnknownMail extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownMail() {
        super("workspace.mail.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
