package lv.kopa.registration;

import java.util.Optional;
import lv.kopa.web.Token;

/** What came of registering. */
public sealed interface Outcome {
    RegistrationStatus status();

    /** What is written down, for those who may know of it. */
    Registration registration();

    /** The turn among those who wait, from 1. */
    Optional<Integer> position();

    /**
     * A new registration.
     *
     * @param link the secret of the person's own page, never to be had again
     */
    record Registered(Registration registration, Token link, Optional<Integer> position) implements Outcome {
        @Override
        public RegistrationStatus status() {
            return registration.status();
        }
    }

    /**
     * The person is registered already and has been written to about it. Whoever asked is not told: they see what a new
     * registration would have come to; but whom the address was shown to belong to sees where the existing one stands.
     *
     * @param registration the existing one
     * @param same whether it is the very submission that made the existing registration, sent again
     * @param known whether the address was shown to belong to whoever asked
     * @param turnedAway whether somebody new would have found neither a place nor a waiting list
     */
    record Repeated(
            Registration registration,
            boolean same,
            boolean known,
            boolean turnedAway,
            RegistrationStatus status,
            Optional<Integer> position)
            implements Outcome {
        static Repeated same(Registration existing, Optional<Integer> position) {
            return new Repeated(existing, true, false, false, existing.status(), position);
        }

        static Repeated known(Registration existing, Optional<Integer> position) {
            return new Repeated(existing, false, true, false, existing.status(), position);
        }
    }

    /**
     * Lets nobody see what somebody new would not.
     *
     * @throws RegistrationClosed where they would have been turned away
     */
    default Outcome asForSomebodyNew() {
        if (this instanceof Repeated repeated && repeated.turnedAway()) {
            throw RegistrationClosed.full();
        }
        return this;
    }
}
