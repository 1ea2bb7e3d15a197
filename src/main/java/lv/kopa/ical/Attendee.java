package lv.kopa.ical;

/**
 * Who is invited: ATTENDEE (RFC 5545 §3.8.4.1).
 *
 * @param name what people read; any text, a quotation mark in it becomes a typographic one
 * @param address an e-mail address alone, the very one that the invitation is sent to
 */
public record Attendee(String name, String address) {

    /** @throws IllegalArgumentException if the address is not one ASCII e-mail address */
    public Attendee {
        MailtoLink.of(address);
    }
}
