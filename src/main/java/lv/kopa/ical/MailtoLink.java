package lv.kopa.ical;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses as links (RFC 6068 §2), which is how people are named in calendars. */
final class MailtoLink {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+");

    private MailtoLink() {}

    /** @throws IllegalArgumentException if the address is not one ASCII e-mail address */
    static URI of(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("Not an e-mail address: " + address);
        }
        var link = new StringBuilder("mailto:");
        for (byte octet : address.getBytes(StandardCharsets.US_ASCII)) {
            if ("%/?#&^`{|}".indexOf(octet) < 0) {
                link.append((char) octet);
            } else {
                link.append('%').append(Integer.toHexString(octet).toUpperCase(Locale.ROOT));
            }
        }
        return URI.create(link.toString());
    }
}
