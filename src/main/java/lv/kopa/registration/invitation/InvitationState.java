package lv.kopa.registration.invitation;

import java.util.Locale;

/** What has become of an invitation. Whether it was looked at is nobody's business. */
public enum InvitationState {
    /** It has not been answered. */
    OPEN,
    /** Somebody has registered by it. */
    REGISTERED,
    /** Whoever is invited said no; they may still think otherwise. */
    DECLINED,
    /** An organiser took it back. */
    WITHDRAWN;

    /** The key of its name. */
    String textKey() {
        return "workspace.invitations.state." + name().toLowerCase(Locale.ROOT);
    }

    /** The CSS class of its look. */
    String look() {
        return switch (this) {
            case OPEN -> "pending";
            case REGISTERED -> "confirmed";
            case DECLINED -> "declined";
            case WITHDRAWN -> "cancelled";
        };
    }
}
