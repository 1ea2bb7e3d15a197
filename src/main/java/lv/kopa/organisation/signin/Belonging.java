package lv.kopa.organisation.signin;

import java.util.Optional;

/** Knows to which organisation something belongs that an address of the workspace names. */
public interface Belonging {
    /** The id of that organisation; nothing where the path names nothing that there is. */
    Optional<Long> of(String path);
}
