package lv.kopa.mail.server;

import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of its mail server.
 *
 * @param password null leaves the one that is known, as long as host and user are the same
 * @param bounceAddress where undeliverable mail comes back to; null for the address it comes from
 */
public record ServerPlan(
        String host,
        int port,
        Tls tls,
        @Nullable String username,
        @Nullable String password,
        String fromAddress,
        @Nullable String bounceAddress,
        @Nullable Integer perMinute) {

    /** Without the password. */
    @Override
    public String toString() {
        return "ServerPlan[" + host + ":" + port + ", " + tls + "]";
    }
}
