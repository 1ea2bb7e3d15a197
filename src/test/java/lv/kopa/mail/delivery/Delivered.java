package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import jakarta.mail.internet.InternetAddress;
import lv.kopa.mail.ReturnMarks;
import lv.kopa.mail.delivery.MailServer.Door;
import lv.kopa.mail.delivery.MailServer.Route;
import lv.kopa.mail.server.ServerOutages;
import lv.kopa.mail.server.Tls;

/** A mail server that has taken what a test says it has. */
@Singleton
public class Delivered {
    static final Route ALL = new Route(ServerOutages.INSTALLATION, 0, 0);
    static final MailServer SERVER = new MailServer(
            ALL, new Door("mail.example", 25, Tls.NONE, null, null), new InternetAddress(), null, address -> true);

    private final Claims claims;
    private final ReturnMarks marks;

    Delivered(Claims claims, ReturnMarks marks) {
        this.claims = claims;
        this.marks = marks;
    }

    public void sent(long id) {
        claims.sent(id, "250 OK", SERVER);
    }

    /** Claims all that waits, as a postman does, and has it taken. */
    public void all() {
        for (long id : claims.claim(ALL)) {
            claims.take(id).ifPresent(row -> sent(row.number()));
        }
    }

    /** Where a mail comes back to. */
    public String returnAddress(long id) {
        return "bounce+" + marks.of(id) + "@kopa.example";
    }
}
