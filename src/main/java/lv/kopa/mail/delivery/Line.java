package lv.kopa.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.function.Supplier;
import lv.kopa.database.Outage;
import lv.kopa.mail.Mail;
import lv.kopa.mail.OutboxRow;
import org.apache.commons.mail2.core.EmailException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to the mail server, which many mails share. For one thread. */
final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private final MailServer server;
    private final Sending sending;
    private final int mailsPerConnection;
    private @Nullable Transport transport;
    private int mails;

    Line(MailServer server, int mailsPerConnection) {
        this.server = server;
        this.sending = server.sending();
        this.mailsPerConnection = mailsPerConnection;
    }

    /** Calls the server unless we are connected. */
    Transport open() throws NoConnection {
        if (mails >= mailsPerConnection) {
            close();
        }
        Transport open = transport;
        if (open == null) {
            open = server.connect(sending.session());
            transport = open;
            mails = 0;
        }
        return open;
    }

    Answer send(OutboxRow row, Supplier<Mail> mail) throws NoConnection {
        MimeMessage message;
        try {
            message = Letter.of(row, mail.get(), sending);
        } catch (EmailException | MessagingException | UnsupportedEncodingException e) {
            return Answer.unsendable(e);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            return Answer.unsendable(e);
        }
        return send(message, open());
    }

    private Answer send(MimeMessage message, Transport open) {
        try {
            mails++;
            open.sendMessage(message, message.getAllRecipients());
            return Answer.taken(lastResponse(open));
        } catch (MessagingException e) {
            close();
            return Answer.of(e);
        }
    }

    @Override
    public void close() {
        try (Transport closing = transport) {
            transport = null;
        } catch (MessagingException e) {
            LOG.debug("The mail server had hung up already");
        }
    }

    private static @Nullable String lastResponse(Transport transport) {
        return transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
    }
}
