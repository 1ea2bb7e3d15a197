package lv.kopa.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.util.function.Supplier;
import lv.kopa.database.Outage;
import lv.kopa.mail.Mail;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.delivery.Answer.Verdict;
import lv.kopa.mail.delivery.MailServer.Door;
import lv.kopa.mail.server.Watch;
import lv.kopa.mail.server.Wire;
import org.apache.commons.mail2.core.EmailException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to a mail server, which many mails share. For one thread, which no mail keeps for longer than a mail may take:
 * then the wire is cut.
 */
final class Line implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private final Door door;
    private final Sending sending;
    private final Wire wire;
    private final Watch watch;
    private final int mailsPerConnection;
    private @Nullable Transport transport;
    private int mails;

    Line(Door door, Sending sending, Wire wire, Watch watch, int mailsPerConnection) {
        this.door = door;
        this.sending = sending;
        this.wire = wire;
        this.watch = watch;
        this.mailsPerConnection = mailsPerConnection;
    }

    /** Calls the server unless we are connected. */
    Transport open() throws NoConnection {
        if (mails >= mailsPerConnection) {
            close();
        }
        Transport open = transport;
        if (open == null) {
            open = connect();
            transport = open;
            mails = 0;
        }
        return open;
    }

    private Transport connect() throws NoConnection {
        try (Watch.Hand hand = watch.over(wire)) {
            Transport called = sending.session().getTransport("smtp");
            called.connect(door.host(), door.port(), door.username(), door.password());
            return called;
        } catch (MessagingException e) {
            throw new NoConnection(
                    wire.isCut() ? Answer.tooSlow(watch.longest()).words() : Answer.words(e));
        }
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
        Answer answer;
        try (Watch.Hand hand = watch.over(wire)) {
            mails++;
            open.sendMessage(message, message.getAllRecipients());
            return Answer.taken(lastResponse(open));
        } catch (MessagingException e) {
            answer = wire.isCut() ? Answer.tooSlow(watch.longest()) : Answer.of(e);
        }
        if (answer.verdict() == Verdict.BROKEN || !isReady(open)) {
            close();
        }
        return answer;
    }

    /** Has the server forget a mail that it did not take (RSET), and answers whether it takes the next one. */
    private boolean isReady(Transport open) {
        try (Watch.Hand hand = watch.over(wire)) {
            return open.isConnected();
        }
    }

    /** What a server answers to QUIT is of no interest, and it may take its time for that too. */
    @Override
    public void close() {
        try (Watch.Hand hand = watch.over(wire);
                Transport closing = transport) {
            transport = null;
        } catch (MessagingException e) {
            LOG.debug("The mail server had hung up already");
        }
    }

    private static @Nullable String lastResponse(Transport transport) {
        return transport instanceof SMTPTransport smtp ? smtp.getLastServerResponse() : null;
    }
}
