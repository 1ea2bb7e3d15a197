package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;

/** Looks into the mailbox when a test says so. */
@Singleton
public class Looks {
    private final Look look;

    Looks(Look look) {
        this.look = look;
    }

    public void now() {
        look.take();
    }
}
