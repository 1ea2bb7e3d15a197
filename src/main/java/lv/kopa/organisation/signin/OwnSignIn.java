package lv.kopa.organisation.signin;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;

/**
 * A sign-in as its person sees it.
 *
 * @param browser roughly which, "" where nobody can tell
 * @param here whether it is the one they look from
 */
@Introspected
public record OwnSignIn(long id, Instant beganAt, String browser, boolean here) {}
