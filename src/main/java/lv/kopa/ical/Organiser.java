package lv.kopa.ical;

/**
 * Who is responsible for an entry: ORGANIZER (RFC 5545 §3.8.4.3).
 *
 * @param name what people read; any text, a quotation mark in it becomes a typographic one
 * @param address an e-mail address alone, no name, no {@code mailto:}
 */
public record Organiser(String name, String address) {

    /** @throws IllegalArgumentException if the address is not one ASCII e-mail address */
    public Organiser {
        MailtoLink.of(address);
    }
}
