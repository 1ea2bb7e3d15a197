package lv.kopa.registration.change;

import java.time.Duration;
import lv.kopa.Program;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;

/** The time until people hear of a change. */
public final class TenMinutes {
    private TenMinutes() {}

    public static void pass(Program kopa) {
        pass(kopa.site());
    }

    public static void pass(Site kopa) {
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(10));
        kopa.bean(ChangeKeeper.class).tellDue();
    }
}
