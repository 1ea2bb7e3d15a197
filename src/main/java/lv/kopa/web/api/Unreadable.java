package lv.kopa.web.api;

import lv.kopa.text.Refusal;

/** What was sent as JSON is none. */
final class Unreadable extends Refusal {
    private static final long serialVersionUID = 1L;

    Unreadable(String key, Object... where) {
        super(key, where);
    }

    @Override
    public Kind kind() {
        return Kind.UNREADABLE;
    }
}
