package lv.kopa.mail.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import java.util.Objects;
import lv.kopa.ical.Attendee;
import lv.kopa.ical.CalendarMessage;
import lv.kopa.ical.CalendarMessage.Method;
import lv.kopa.ical.Organiser;
import lv.kopa.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * What a mail does to its reader's calendar (RFC 6047), twice with the same bytes, since some programs look for the one
 * and some for the other.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CalendarPart(Method method, byte[] content) {

    /** That of a mail; none where it has none. It is from whom the mail is from, and for whom it is for. */
    static @Nullable CalendarPart of(Mail mail, InternetAddress from) {
        CalendarMessage message = mail.calendar();
        if (message == null) {
            return null;
        }
        String sender = from.getAddress();
        String reader = mail.to().address().value();
        byte[] content = message.between(
                new Organiser(Objects.requireNonNullElse(from.getPersonal(), sender), sender),
                new Attendee(Objects.requireNonNullElse(mail.to().name(), reader), reader));
        return new CalendarPart(message.method(), content);
    }

    /** The part that programs act upon, without a name: the one with a method (§2.4). */
    MimeBodyPart alternative() throws MessagingException {
        return Letter.part(content, "text/calendar; charset=UTF-8; method=" + method);
    }

    /** The part that people can open, which is no second one to act upon. */
    MimeBodyPart file() throws MessagingException {
        MimeBodyPart part = Letter.part(content, "application/ics; name=\"invite.ics\"");
        part.setHeader("Content-Disposition", "attachment; filename=\"invite.ics\"");
        return part;
    }
}
