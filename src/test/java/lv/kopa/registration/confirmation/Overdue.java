package lv.kopa.registration.confirmation;

import lv.kopa.Program;

/** Registrations whose time to confirm the address is over. */
public final class Overdue {
    private Overdue() {}

    /** Ends them, as a server does that comes by. */
    public static void end(Program kopa) {
        kopa.bean(HoldKeeper.class).endOverdue();
    }
}
