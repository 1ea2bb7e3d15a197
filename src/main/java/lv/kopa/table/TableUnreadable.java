package lv.kopa.table;

import lv.kopa.text.Refusal;

/** What was sent is no table, or one that breaks off. */
public final class TableUnreadable extends Refusal {
    private static final long serialVersionUID = 1L;

    TableUnreadable(String key, Object... arguments) {
        super(key, arguments);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
