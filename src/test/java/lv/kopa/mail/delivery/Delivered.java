package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;

/** A mail server that has taken what a test says it has. */
@Singleton
public class Delivered {
    private final Claims claims;
    private final ReturnMarks marks;

    Delivered(Claims claims, ReturnMarks marks) {
        this.claims = claims;
        this.marks = marks;
    }

    public void sent(long id) {
        claims.sent(id, "250 OK");
    }

    /** Claims all that waits, as a postman does, and has it taken. */
    public void all() {
        for (long id : claims.claim()) {
            claims.take(id).ifPresent(row -> sent(row.number()));
        }
    }

    /** Where a mail comes back to. */
    public String returnAddress(long id) {
        return "bounce+" + marks.of(id) + "@kopa.example";
    }
}
