package lv.kopa.organisation.setup;

import io.micronaut.context.annotation.ConfigurationProperties;
import org.jspecify.annotations.Nullable;

/**
 * The first owner of an installation that nobody watches when it first starts.
 *
 * @param token the secret of an API token of theirs
 */
@ConfigurationProperties("kopa.owner")
record OwnerSettings(
        @Nullable String email,
        @Nullable String password,
        @Nullable String token) {

    @Override
    public String toString() {
        return "OwnerSettings";
    }
}
