package lv.kopa.ical;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who is responsible for an entry: ORGANIZER (RFC 5545 §3.8.4.3).
 *
 * @param name what people read; any text, a quotation mark in it becomes a typographic one
 * @param address an e-mail address alone, no name, no {@code mailto:}
 */
public record Organiser(String name, String address) {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+");

    /** @throws IllegalArgumentException if the address is not one ASCII e-mail address */
    public Organiser {
        if (!ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException("Not an e-mail address: " + address);
        }
    }

    /** The address as a link (RFC 6068 §2). */
    String mailto() {
        var link = new StringBuilder("mailto:");
        for (byte octet : address.getBytes(StandardCharsets.US_ASCII)) {
            if ("%/?#&^`{|}".indexOf(octet) < 0) {
                link.append((char) octet);
            } else {
                link.append('%').append(Integer.toHexString(octet).toUpperCase(Locale.ROOT));
            }
        }
        return link.toString();
    }
}
