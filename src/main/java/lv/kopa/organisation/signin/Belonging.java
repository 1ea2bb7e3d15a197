package lv.kopa.organisation.signin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows to whom something belongs that an address for organisers and their programs names. */
public interface Belonging {
    /** To whom; nothing where the path names nothing that there is. */
    Optional<Owner> of(String path);

    /**
     * An organisation, and the event of its that the thing is or is a part of.
     *
     * @param eventId null where it is of no event
     */
    record Owner(long organisationId, @Nullable Long eventId) {}
}
