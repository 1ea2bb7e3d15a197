package lv.kopa.organisation.signin;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * A browser in which somebody signed in.
 *
 * @param browser roughly which, "" where nobody can tell
 * @param half whether a code is still wanted before it opens anything
 */
@MappedEntity("sign_in")
record SignIn(@Id String tokenHash, long personId, Instant beganAt, Instant expiresAt, String browser, boolean half) {}
