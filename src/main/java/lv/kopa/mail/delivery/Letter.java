package lv.kopa.mail.delivery;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.OutboxRow;
import org.apache.commons.mail2.core.EmailException;
import org.apache.commons.mail2.jakarta.MultiPartEmail;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

/** A mail of the outbox as it goes over the wire; whenever a release makes it, the same but for the boundaries in it. */
class Letter extends MultiPartEmail {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private final String messageId;
    private final String envelopeFrom;

    private Letter(String messageId, String envelopeFrom) {
        this.messageId = messageId;
        this.envelopeFrom = envelopeFrom;
    }

    static MimeMessage of(OutboxRow row, Mail mail, Sending sending)
            throws EmailException, MessagingException, UnsupportedEncodingException {
        Letter letter = new Letter(row.messageIdOfClaim(), sending.envelopeFrom(row.number()));
        letter.setMailSession(sending.session());
        letter.setCharset(UTF_8);
        letter.setSentDate(Date.from(row.createdAt()));
        InternetAddress from = from(mail, sending.from());
        letter.address(mail, from);
        letter.nameThread(mail.about().registration());
        letter.nameWayOut(row.unsubscribe());
        CalendarPart calendar = CalendarPart.of(mail, from);
        letter.addPart(alternatives(mail, calendar));
        if (calendar != null) {
            letter.getContainer().addBodyPart(calendar.file());
        }
        for (Attachment attachment : mail.attachments()) {
            letter.getContainer().addBodyPart(part(attachment));
        }
        letter.setBoolHasAttachments(calendar != null || !mail.attachments().isEmpty());
        letter.buildMimeMessage();
        MimeMessage message = letter.getMimeMessage();
        message.saveChanges();
        return message;
    }

    /** The library makes a new Message-ID whenever it can; a second copy of a mail must carry that of the first. */
    @Override
    protected MimeMessage createMimeMessage(Session session) {
        SMTPMessage message = new SMTPMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        message.setEnvelopeFrom(envelopeFrom);
        return message;
    }

    /** Whom the mail comes from, which is who invites to what is in it as well. */
    private static InternetAddress from(Mail mail, InternetAddress from) throws UnsupportedEncodingException {
        String name =
                mail.from().name().isEmpty() ? from.getPersonal() : mail.from().name();
        return address(from.getAddress(), name);
    }

    private void address(Mail mail, InternetAddress from) throws EmailException, UnsupportedEncodingException {
        setFromAddress(from);
        setTo(List.of(address(mail.to().address().value(), mail.to().name())));
        EmailAddress replyTo = mail.from().replyTo();
        if (replyTo != null) {
            setReplyTo(List.of(address(replyTo.value(), mail.from().name())));
        }
        setSubject(mail.wording().subject());
        addHeader("Auto-Submitted", "auto-generated");
        addHeader("X-Auto-Response-Suppress", "All");
        addHeader("Content-Language", mail.to().language());
    }

    /** Mail about one registration hangs together by a root that no mail has to be (RFC 5322, section 3.6.4). */
    private void nameThread(@Nullable String registration) {
        if (registration != null) {
            String root = "<" + registration + ".registration" + messageId.substring(messageId.indexOf('@'));
            addHeader("In-Reply-To", root);
            addHeader("References", root);
        }
    }

    /** One click is a POST by the mail program (RFC 8058); of the person's own place there is nothing to unsubscribe. */
    private void nameWayOut(@Nullable String address) {
        if (address != null) {
            addHeader("List-Unsubscribe", "<" + address + ">");
            addHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static InternetAddress address(String address, @Nullable String name) throws UnsupportedEncodingException {
        return new InternetAddress(address, name, UTF_8);
    }

    /** A calendar is the last of these (RFC 6047 §2.4), whatever else is attached. */
    private static MimeMultipart alternatives(Mail mail, @Nullable CalendarPart calendar) throws MessagingException {
        MimeMultipart alternatives =
                new MimeMultipart("alternative", text(mail.wording().text(), "plain"), text(mail.html(), "html"));
        if (calendar != null) {
            alternatives.addBodyPart(calendar.alternative());
        }
        return alternatives;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replaceAll("[\\p{Cc}&&[^\\n\\r\\t]]", ""), UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart part(Attachment attachment) throws MessagingException {
        MimeBodyPart part = part(attachment.content(), attachment.mediaType());
        part.setFileName(attachment.fileName());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    /** Bytes of a media type, which arrive as they are. */
    static MimeBodyPart part(byte[] content, String mediaType) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, mediaType)));
        part.setHeader("Content-Type", mediaType);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
