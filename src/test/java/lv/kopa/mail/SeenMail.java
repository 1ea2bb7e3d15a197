package lv.kopa.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lv.kopa.ical.Attendee;
import lv.kopa.ical.CalendarMessage;
import lv.kopa.ical.Organiser;
import lv.kopa.mail.Mail.Attachment;
import org.jspecify.annotations.Nullable;

/** A mail as its reader sees it, in the outbox or out of the mail server. */
public record SeenMail(
        String to,
        @Nullable String toName,
        @Nullable String fromName,
        @Nullable String replyTo,
        @Nullable String language,
        String subject,
        String text,
        String html,
        List<Attachment> attachments) {

    public static SeenMail of(Mail mail) {
        EmailAddress replyTo = mail.from().replyTo();
        return new SeenMail(
                mail.to().address().value(),
                mail.to().name(),
                mail.from().name(),
                replyTo == null ? null : replyTo.value(),
                mail.to().language(),
                mail.wording().subject(),
                mail.wording().text(),
                mail.html(),
                enclosed(mail));
    }

    /** Whoever reads the outbox does not know yet whom the mail is going to come from. */
    private static List<Attachment> enclosed(Mail mail) {
        List<Attachment> enclosed = new ArrayList<>(mail.attachments());
        CalendarMessage calendar = mail.calendar();
        if (calendar != null) {
            String reader = mail.to().address().value();
            byte[] content = calendar.between(
                    new Organiser(mail.from().name(), "outbox@kopa.example"),
                    new Attendee(Objects.requireNonNullElse(mail.to().name(), reader), reader));
            enclosed.add(new Attachment("invite.ics", "application/ics", content));
        }
        return enclosed;
    }

    static SeenMail of(MimeMessage message) {
        try {
            List<Part> leaves = new ArrayList<>();
            collect(message, leaves);
            InternetAddress to = (InternetAddress) message.getAllRecipients()[0];
            return new SeenMail(
                    to.getAddress(),
                    to.getPersonal(),
                    ((InternetAddress) message.getFrom()[0]).getPersonal(),
                    ((InternetAddress) message.getReplyTo()[0]).getAddress(),
                    message.getHeader("Content-Language", null),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    text(leaves, "text/plain"),
                    text(leaves, "text/html"),
                    attachments(leaves));
        } catch (MessagingException | IOException e) {
            throw new AssertionError("cannot be read", e);
        }
    }

    private static void collect(Part part, List<Part> leaves) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart parts)) {
            leaves.add(part);
            return;
        }
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart child = parts.getBodyPart(i);
            collect(child, leaves);
        }
    }

    private static String text(List<Part> leaves, String type) throws MessagingException, IOException {
        for (Part leaf : leaves) {
            if (leaf.getFileName() == null && leaf.isMimeType(type)) {
                return leaf.getContent().toString().replace("\r\n", "\n");
            }
        }
        return "";
    }

    private static List<Attachment> attachments(List<Part> leaves) throws MessagingException, IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (Part leaf : leaves) {
            String name = leaf.getFileName();
            if (name != null) {
                String type =
                        leaf.getContentType().replaceFirst(";.*(?s).*", "").toLowerCase(java.util.Locale.ROOT);
                attachments.add(new Attachment(name, type, leaf.getInputStream().readAllBytes()));
            }
        }
        return attachments;
    }
}
