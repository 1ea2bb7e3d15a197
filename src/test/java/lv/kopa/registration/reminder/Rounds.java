package lv.kopa.registration.reminder;

import lv.kopa.Program;
import lv.kopa.event.Events;

/** Looks at whom it is time to remind, as a server has them by itself. */
public final class Rounds {
    private Rounds() {}

    public static void go(Program kopa) {
        kopa.bean(ReminderRound.class).go();
    }

    /** Has people thanked a day after an event. */
    public static void thank(Program kopa, String event) {
        Offset aDayAfter = new Offset(1, Offset.Unit.DAYS, Offset.Side.AFTER_EVENT);
        kopa.bean(Reminders.class).add(kopa.bean(Events.class).find(event).orElseThrow(), aDayAfter, "test");
    }
}
