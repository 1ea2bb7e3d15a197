package lv.kopa.file;

import lv.kopa.text.Refusal;

/** What was sent is not kept. */
public final class FileRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    FileRefused(String key, Object... arguments) {
        super(key, arguments);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
