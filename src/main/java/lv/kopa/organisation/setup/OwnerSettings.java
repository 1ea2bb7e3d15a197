package lv.kopa.organisation.setup;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.util.Optional;

/**
 * The first owner of an installation that nobody watches when it first starts.
 *
 * @param token the secret of an API token of theirs
 */
@ConfigurationProperties("kopa.owner")
record OwnerSettings(Optional<String> email, Optional<String> password, Optional<String> token) {
    @Override
    public String toString() {
        return "OwnerSettings";
    }
}
