package lv.kopa.mail.delivery;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/** What all mail has in common. */
record Sending(
        Session session, InternetAddress from, @Nullable String envelopePattern) {
    String envelopeFrom(long id) {
        return envelopePattern == null ? from.getAddress() : envelopePattern.replace("{id}", Long.toString(id));
    }
}
