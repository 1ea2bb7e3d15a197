package lv.kopa.mail.delivery;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Set;
import lv.kopa.mail.server.Tls;
import org.jspecify.annotations.Nullable;

/**
 * The mail server.
 *
 * @param host none: mail stays in the outbox
 * @param from the address that all mail comes from
 * @param envelopeFrom where undeliverable mail comes back to; {@code {id}} in it stands for the number of the mail and
 *     the proof that it is ours
 * @param readTimeout a server that checks what it is sent answers late, and must not be given the same mail again
 * @param longestMail after that long a mail is broken off, however busily the server answers
 * @param perMinute how many mails the server takes a minute; none: as many as there are
 */
@ConfigurationProperties("kopa.mail")
record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String username,
        @Nullable String password,
        @Nullable Tls tls,
        @Nullable String from,
        @Nullable String envelopeFrom,
        @Bindable(defaultValue = "10s") Duration connectTimeout,
        @Bindable(defaultValue = "60s") Duration readTimeout,
        @Bindable(defaultValue = "5m") Duration longestMail,
        @Nullable Integer perMinute) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

    MailSettings {
        host = unlessBlank(host);
        username = unlessBlank(username);
        from = unlessBlank(from);
        envelopeFrom = unlessBlank(envelopeFrom);
    }

    boolean hasServer() {
        return host != null;
    }

    Tls security() {
        if (tls != null) {
            return tls;
        }
        if (host != null && HERE.contains(host)) {
            return Tls.NONE;
        }
        return port != null && port == Tls.SMTPS.usualPort() ? Tls.SMTPS : Tls.STARTTLS;
    }

    int serverPort() {
        return port == null ? security().usualPort() : port;
    }

    /** How many mails a minute; 0 for as many as there are. */
    int limit() {
        return perMinute == null ? 0 : perMinute;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + serverPort() + ", " + security() + "]";
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
