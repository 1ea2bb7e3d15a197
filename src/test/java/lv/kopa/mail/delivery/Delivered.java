package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;

/** A mail server that has taken what a test says it has. */
@Singleton
public class Delivered {
    private final Claims claims;

    Delivered(Claims claims) {
        this.claims = claims;
    }

    public void sent(long id) {
        claims.sent(id, "250 OK");
    }
}
