package lv.kopa.mail.inbox;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** A mailbox on an IMAP server that tests drop mail into. */
public final class PostBox implements AutoCloseable {
    private final GreenMail server =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
    private final GreenMailUser user;

    public PostBox() {
        server.start();
        user = server.setUser("inbox@kopa.example", "inbox", "secret");
    }

    /** Settings that make one of our servers read it, when it is told to. */
    public Map<String, Object> settings() {
        return Map.of(
                "kopa.inbox.host", "127.0.0.1",
                "kopa.inbox.port", server.getImap().getPort(),
                "kopa.inbox.username", "inbox",
                "kopa.inbox.password", "secret",
                "kopa.inbox.tls", "none",
                "kopa.inbox.authority", "mx.kopa.example",
                "kopa.inbox.read-timeout", "2s",
                "kopa.inbox.interval", "1h");
    }

    public void drop(String raw) {
        try {
            Session none = Session.getInstance(new Properties());
            byte[] bytes = raw.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            user.deliver(new MimeMessage(none, new ByteArrayInputStream(bytes)));
        } catch (MessagingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public int arrived() {
        return count("INBOX");
    }

    public int read() {
        return count("Kopa-read");
    }

    public int aside() {
        return count("Kopa-aside");
    }

    private int count(String name) {
        MailFolder folder = server.getManagers().getImapHostManager().getFolder(user, name);
        return folder == null ? 0 : folder.getMessageCount();
    }

    @Override
    public void close() {
        server.stop();
    }
}
