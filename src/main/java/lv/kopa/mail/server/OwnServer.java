package lv.kopa.mail.server;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/**
 * The mail server of an organisation's own.
 *
 * @param sealedPassword which only {@link OwnServers} opens
 * @param fromAddress the address that the organisation's mail comes from
 * @param bounceAddress where undeliverable mail comes back to, which leads to the mailbox that is read; null for the address
 *     it comes from
 * @param perMinute how many mails it takes a minute; null for as many as there are
 * @param version differs whenever it was changed
 */
@MappedEntity("mail_server")
public record OwnServer(
        @Id long organisationId,
        String host,
        int port,
        Tls tls,
        @Nullable String username,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] sealedPassword, // as Micronaut sees it on arrays
        String fromAddress,
        @Nullable String bounceAddress,
        @Nullable Integer perMinute,
        int version) {

    public boolean hasPassword() {
        return sealedPassword != null;
    }

    @Override
    public String toString() {
        return "OwnServer[" + organisationId + ", " + host + ":" + port + ", " + tls + "]";
    }
}
