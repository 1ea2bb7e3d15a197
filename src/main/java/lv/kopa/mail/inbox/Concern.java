package lv.kopa.mail.inbox;

import java.util.List;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import org.jspecify.annotations.Nullable;

/**
 * What an answer is about, and who is to read it.
 *
 * @param reader the address of whoever organises it; null where they name none, so that the owners are asked
 * @param language the BCP 47 tag of the one that was written in
 * @param subject what was written before
 * @param person to whom that was written, and who answers it, whatever address they give
 */
public record Concern(
        @Nullable EmailAddress reader, Mail.About about, String language, String subject, EmailAddress person) {
    /** Who is asked where an organisation names no address that answers go to. */
    public interface Owners {
        /** Their addresses; there is one at least. */
        List<EmailAddress> of(long organisation);
    }

    /** Without the addresses. */
    @Override
    public String toString() {
        return "Concern[" + about + "]";
    }
}
