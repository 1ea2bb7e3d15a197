package lv.kopa.file;

import lv.kopa.text.Refusal;

/** There is no such file, or not for this reader. */
public final class UnknownFile extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownFile() {
        super("file.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
