package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import lv.kopa.mail.server.Tls;
import lv.kopa.mail.server.Watch;
import lv.kopa.mail.server.Wire;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** The mailbox that the settings name. */
@Singleton
class Mailbox {
    private final InboxSettings settings;
    private final Watch watch;
    private final @Nullable SSLSocketFactory tls;

    /** @param tls whom to trust; none: whom Java trusts */
    Mailbox(InboxSettings settings, Watch watch, @Nullable SSLSocketFactory tls) {
        this.settings = settings;
        this.watch = watch.lasting(settings.longestLook());
        this.tls = tls;
    }

    boolean exists() {
        return settings.hasMailbox();
    }

    /** Opens it for one look, which lasts so long and no longer. */
    OpenMailbox open() throws MessagingException {
        Wire wire = new Wire(address -> true);
        IMAPStore store = (IMAPStore) Session.getInstance(properties(wire)).getStore("imap");
        Watch.Hand hand = watch.over(wire);
        try {
            store.connect(settings.host(), settings.serverPort(), settings.username(), settings.password());
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            return new OpenMailbox(store, folder, settings, hand);
        } catch (MessagingException | RuntimeException failure) {
            try (hand) {
                store.close();
            }
            throw failure;
        }
    }

    private Properties properties(Wire wire) {
        Properties properties = new Properties();
        properties.put("mail.imap.connectiontimeout", millis(settings.connectTimeout()));
        properties.put("mail.imap.timeout", millis(settings.readTimeout()));
        properties.put("mail.imap.writetimeout", millis(settings.readTimeout()));
        properties.put("mail.imap.socketFactory", wire);
        properties.put("mail.imap.socketFactory.fallback", "false");
        properties.put("mail.imap.starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put("mail.imap.starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
        properties.put("mail.imap.ssl.enable", Boolean.toString(settings.tls() == Tls.SMTPS));
        properties.put("mail.imap.ssl.protocols", "TLSv1.2 TLSv1.3");
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.peek", "true");
        if (tls != null) {
            properties.put("mail.imap.ssl.socketFactory", tls);
        }
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
