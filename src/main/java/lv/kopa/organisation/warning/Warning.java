package lv.kopa.organisation.warning;

import java.util.Locale;

/** What somebody is told of who sits in front of their account, or of whoever took their seat. */
public enum Warning {
    PASSWORD_CHANGED,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    RECOVERY_CODE_USED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    IDENTITY_BOUND,
    TOKEN_CREATED;

    /** Of the sentence that says it. */
    String key() {
        return "mail.account-warning." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
