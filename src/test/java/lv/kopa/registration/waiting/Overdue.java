package lv.kopa.registration.waiting;

import lv.kopa.Program;

/** Offers whose time is over. */
public final class Overdue {
    private Overdue() {}

    /** Ends them, as a server does that comes by. */
    public static void end(Program kopa) {
        kopa.bean(OfferKeeper.class).endOverdue();
    }
}
