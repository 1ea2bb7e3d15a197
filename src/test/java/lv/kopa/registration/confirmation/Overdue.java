package lv.kopa.registration.confirmation;

import lv.kopa.Program;
import lv.kopa.web.Site;

/** Registrations whose time to confirm the address is over. */
public final class Overdue {
    private Overdue() {}

    /** Ends them, as a server does that comes by. */
    public static void end(Program kopa) {
        end(kopa.site());
    }

    public static void end(Site kopa) {
        kopa.bean(HoldKeeper.class).endOverdue();
    }
}
