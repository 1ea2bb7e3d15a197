package lv.kopa.organisation.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A provider of identities that organisers may sign in with.
 *
 * @param issuer its address, under which it describes itself; none: people sign in with what they have here
 * @param name what people know it by; otherwise its host
 */
@ConfigurationProperties("kopa.oidc")
record ProviderSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String name,
        @Bindable(defaultValue = "5s") Duration timeout,
        @Bindable(defaultValue = "1h") Duration describedFor) {

    boolean isThere() {
        return isFilled(issuer) && isFilled(clientId) && isFilled(clientSecret);
    }

    String title() {
        return name != null && !name.isBlank()
                ? name
                : URI.create(given(issuer)).getHost();
    }

    static String given(@Nullable String setting) {
        if (setting == null) {
            throw new IllegalStateException("no provider of identities is set up");
        }
        return setting;
    }

    private static boolean isFilled(@Nullable String setting) {
        return setting != null && !setting.isBlank();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
