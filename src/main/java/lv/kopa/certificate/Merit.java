package lv.kopa.certificate;

import java.util.Locale;
import java.util.Optional;
import lv.kopa.registration.Registration;

/**
 * How a person stands with a certificate.
 *
 * @param certificate the last that was issued to them
 * @param state what is to be done about it
 */
public record Merit(Registration person, Presence presence, Optional<Certificate> certificate, State state) {

    /** What is to be done. */
    public enum State {
        /** Not enough hours. */
        MISSED,
        /** Enough hours, and no certificate yet. */
        EARNED,
        ISSUED,
        /** It says something that is not so any more. */
        OUTDATED,
        /** It was issued, and the hours turned out to be too few. */
        UNEARNED,
        /** It was taken back, and is not issued again with all the others. */
        WITHDRAWN;

        public String textKey() {
            return "certificate.state." + name().toLowerCase(Locale.ROOT);
        }

        /** How it looks beside a name. */
        public String look() {
            return switch (this) {
                case ISSUED -> "confirmed";
                case EARNED, OUTDATED -> "pending";
                case MISSED, UNEARNED, WITHDRAWN -> "declined";
            };
        }
    }

    static State state(boolean earned, Optional<Certificate> last, Certificate now) {
        if (last.isEmpty()) {
            return earned ? State.EARNED : State.MISSED;
        }
        if (!last.get().stands()) {
            return State.WITHDRAWN;
        }
        if (!earned) {
            return State.UNEARNED;
        }
        return last.get().saysAs(now) ? State.ISSUED : State.OUTDATED;
    }

    /** Whether one is issued when they are issued to everybody. */
    public boolean isDue() {
        return state == State.EARNED || state == State.OUTDATED;
    }
}
