package lv.kopa.organisation.signin;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import lv.kopa.web.Token;

/**
 * A sign-in as its person sees it.
 *
 * @param browser roughly which, "" where nobody can tell
 * @param tokenHash by which the one that they look from is known
 */
@Introspected
public record OwnSignIn(long id, Instant beganAt, String browser, String tokenHash) {
    public boolean isAt(Token here) {
        return tokenHash.equals(here.hash());
    }
}
