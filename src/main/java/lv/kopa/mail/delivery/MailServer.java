package lv.kopa.mail.delivery;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** The mail server that the settings name. */
@Singleton
class MailServer {
    private final MailSettings settings;
    private final String ownHost;
    private final ReturnMarks marks;
    private final @Nullable SSLSocketFactory tls;

    /** @param tls whom to trust; none: whom Java trusts */
    MailServer(
            MailSettings settings,
            @Value("${kopa.public-url:`http://localhost`}") URI publicUrl,
            ReturnMarks marks,
            @Nullable SSLSocketFactory tls) {
        this.settings = settings;
        this.ownHost = Objects.requireNonNullElse(publicUrl.getHost(), "localhost");
        this.marks = marks;
        this.tls = tls;
    }

    boolean exists() {
        return settings.hasServer();
    }

    /** The host that our mail is known by. */
    String ownHost() {
        return ownHost;
    }

    Sending sending() {
        return new Sending(Session.getInstance(properties()), from(), settings.envelopeFrom(), marks);
    }

    Transport connect(Session session) throws NoConnection {
        try {
            Transport transport = session.getTransport("smtp");
            transport.connect(settings.host(), settings.serverPort(), settings.username(), settings.password());
            return transport;
        } catch (MessagingException e) {
            throw new NoConnection(e);
        }
    }

    private InternetAddress from() {
        try {
            String from = settings.from();
            return from == null ? new InternetAddress("kopa@" + ownHost) : new InternetAddress(from);
        } catch (AddressException e) {
            throw new IllegalStateException("KOPA_MAIL_FROM (kopa.mail.from) is not an address", e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", ownHost);
        properties.put("mail.smtp.auth", Boolean.toString(settings.username() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.connectiontimeout", millis(settings.connectTimeout()));
        properties.put("mail.smtp.timeout", millis(settings.readTimeout()));
        properties.put("mail.smtp.writetimeout", millis(settings.readTimeout()));
        properties.put("mail.smtp.quitwait", "false");
        switch (settings.security()) {
            case NONE -> {}
            case STARTTLS -> properties.put("mail.smtp.starttls.required", "true");
            case SMTPS -> properties.put("mail.smtp.ssl.enable", "true");
        }
        properties.put("mail.smtp.starttls.enable", Boolean.toString(settings.security() == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        if (tls != null) {
            properties.put("mail.smtp.ssl.socketFactory", tls);
        }
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
