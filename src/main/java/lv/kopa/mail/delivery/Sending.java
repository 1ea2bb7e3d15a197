package lv.kopa.mail.delivery;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import lv.kopa.mail.ReturnMarks;
import org.jspecify.annotations.Nullable;

/** What all mail has in common. */
record Sending(
        Session session, InternetAddress from, @Nullable String envelopePattern, ReturnMarks marks) {
    String envelopeFrom(long id) {
        return envelopePattern == null ? from.getAddress() : envelopePattern.replace("{id}", marks.of(id));
    }
}
