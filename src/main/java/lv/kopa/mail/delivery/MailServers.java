package lv.kopa.mail.delivery;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import lv.kopa.mail.delivery.MailServer.Door;
import lv.kopa.mail.delivery.MailServer.Route;
import lv.kopa.mail.server.OwnServer;
import lv.kopa.mail.server.OwnServers;
import lv.kopa.mail.server.PublicHosts;
import lv.kopa.mail.server.ServerOutages;
import lv.kopa.mail.server.Tls;
import lv.kopa.mail.server.Wire;
import org.jspecify.annotations.Nullable;

/** The mail servers there are: the one that the settings name, and those of organisations' own. */
@Singleton
class MailServers {
    private final MailSettings settings;
    private final OwnServers own;
    private final PublicHosts hosts;
    private final String ownHost;
    private final @Nullable SSLSocketFactory tls;

    /** @param tls whom to trust; none: whom Java trusts */
    MailServers(
            MailSettings settings,
            OwnServers own,
            PublicHosts hosts,
            @Value("${kopa.public-url:`http://localhost`}") URI publicUrl,
            @Nullable SSLSocketFactory tls) {
        this.settings = settings;
        this.own = own;
        this.hosts = hosts;
        this.ownHost = Objects.requireNonNullElse(publicUrl.getHost(), "localhost");
        this.tls = tls;
    }

    /** The host that our mail is known by. */
    String ownHost() {
        return ownHost;
    }

    /** How long a mail may take. */
    Duration longestMail() {
        return settings.longestMail();
    }

    boolean hasInstallation() {
        return settings.hasServer();
    }

    Optional<String> installationHost() {
        return Optional.ofNullable(settings.host());
    }

    /** The server of an organisation's own, or that of the installation; nothing where there is none. */
    Optional<MailServer> find(long organisation) {
        return organisation == ServerOutages.INSTALLATION
                ? installation()
                : own.find(organisation).map(this::own);
    }

    private Optional<MailServer> installation() {
        return Optional.ofNullable(settings.host())
                .map(host -> new MailServer(
                        new Route(ServerOutages.INSTALLATION, 0, settings.limit()),
                        new Door(
                                host,
                                settings.serverPort(),
                                settings.security(),
                                settings.username(),
                                settings.password()),
                        from(Objects.requireNonNullElse(settings.from(), "kopa@" + ownHost)),
                        settings.envelopeFrom(),
                        address -> true));
    }

    private MailServer own(OwnServer server) {
        return new MailServer(
                new Route(server.organisationId(), server.version(), Objects.requireNonNullElse(server.perMinute(), 0)),
                new Door(server.host(), server.port(), server.tls(), server.username(), own.password(server)),
                from(server.fromAddress()),
                envelopePattern(server.bounceAddress()),
                hosts::allows);
    }

    /** As the installation's, with the mark behind a plus sign (RFC 5233), so that all of it comes to one mailbox. */
    private static @Nullable String envelopePattern(@Nullable String bounceAddress) {
        return bounceAddress == null ? null : bounceAddress.replace("@", "+{id}@");
    }

    private static InternetAddress from(String address) {
        try {
            return new InternetAddress(address);
        } catch (AddressException e) {
            throw new IllegalStateException("KOPA_MAIL_FROM (kopa.mail.from) is not an address", e);
        }
    }

    /** What the mail library needs to know for a conversation over a wire. */
    Session session(Door door, Wire wire) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", ownHost);
        properties.put("mail.smtp.auth", Boolean.toString(door.username() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(settings.readTimeout()));
        properties.put("mail.smtp.writetimeout", millis(settings.readTimeout()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.userset", "true"); // RSET asks whether a server takes the next mail after a refusal
        properties.put("mail.smtp.socketFactory", wire);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(door.tls() == Tls.SMTPS));
        properties.put("mail.smtp.starttls.enable", Boolean.toString(door.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(door.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        if (tls != null && door.tls() == Tls.STARTTLS) { // with TLS from the first byte it would lay the wire itself
            properties.put("mail.smtp.ssl.socketFactory", tls);
        }
        return Session.getInstance(properties);
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
