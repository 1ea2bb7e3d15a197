package lv.kopa.registration.delegation;

import java.util.Optional;
import lv.kopa.registration.Registration;

/**
 * Somebody whom the head of a delegation has named, as those see them who may see no answer.
 *
 * @param allotment the id of the places of which they fill one
 * @param reference of the registration; nothing for who has a place of their own
 * @param complete whether nothing they have to answer is missing
 */
public record Named(long id, long allotment, String name, Optional<String> reference, boolean complete) {
    static Named apart(Delegate delegate, boolean complete) {
        String name = delegate.name() == null ? "" : delegate.name();
        return new Named(delegate.key(), delegate.placesId(), name, Optional.empty(), complete);
    }

    static Named of(Delegate delegate, Registration registration, boolean complete) {
        return new Named(
                delegate.key(),
                delegate.placesId(),
                registration.name(),
                Optional.of(registration.reference()),
                complete);
    }

    /** Without the person, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Named[" + id + "]";
    }
}
