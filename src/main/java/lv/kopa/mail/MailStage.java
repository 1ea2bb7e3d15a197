package lv.kopa.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail of the outbox stands, for people who look through it: they want those that wait for their turn and those
 * that did not go through at first told apart.
 */
public enum MailStage {
    WAITING(MailState.WAITING, false),
    SENDING(MailState.SENDING, null),
    RETRY(MailState.WAITING, true),
    SENT(MailState.SENT, null),
    FAILED(MailState.FAILED, null),
    STOPPED(MailState.STOPPED, null),
    RETURNED(MailState.RETURNED, null),
    RESTING(MailState.RESTING, null);

    private final MailState state;
    private final @Nullable Boolean tried;

    MailStage(MailState state, @Nullable Boolean tried) {
        this.state = state;
        this.tried = tried;
    }

    static MailStage of(MailState state, int attempts) {
        return switch (state) {
            case WAITING -> attempts > 0 ? RETRY : WAITING;
            case SENDING -> SENDING;
            case SENT -> SENT;
            case FAILED -> FAILED;
            case STOPPED -> STOPPED;
            case RETURNED -> RETURNED;
            case RESTING -> RESTING;
        };
    }

    /** The key of its name. */
    public String textKey() {
        return "workspace.mail.state." + name().toLowerCase(Locale.ROOT);
    }

    /** The CSS class of its look. */
    public String look() {
        return switch (this) {
            case WAITING, SENDING, RETRY -> "waiting";
            case SENT -> "sent";
            case FAILED, RETURNED -> "failed";
            case STOPPED, RESTING -> "";
        };
    }

    MailState state() {
        return state;
    }

    /** Whether there was an attempt before; null where that makes no difference. */
    @Nullable
    Boolean tried() {
        return tried;
    }
}
