package lv.kopa.mail.inbox;

import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;

/**
 * What an answer is about, and who is to read it.
 *
 * @param reader the address of whoever organises it
 * @param language the BCP 47 tag of the one that was written in
 * @param subject what was written before
 * @param person to whom that was written, and who answers it, whatever address they give
 */
public record Concern(EmailAddress reader, Mail.About about, String language, String subject, EmailAddress person) {
    /** Without the addresses. */
    @Override
    public String toString() {
        return "Concern[" + about + "]";
    }
}
