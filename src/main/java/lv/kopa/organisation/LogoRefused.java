package lv.kopa.organisation;

import lv.kopa.text.Refusal;

/** What was uploaded cannot be a logo. */
public final class LogoRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    LogoRefused(String key) {
        super(key);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
