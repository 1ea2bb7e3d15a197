package lv.kopa.registration.waiting;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.turn.SessionTurns;

/** Full sessions that somebody waits for no longer. */
@Singleton
@UnitOfWork
public class Leaving {
    private final SessionTurns turns;
    private final Turning turning;
    private final Telling telling;

    Leaving(SessionTurns turns, Turning turning, Telling telling) {
        this.turns = turns;
        this.turning = turning;
        this.telling = telling;
    }

    /** Takes somebody out of the line for a session, however late it is. Nothing happens where they are not in it. */
    public void leave(Registration known, long session) {
        Registration registration = turning.lock(known);
        if (turns.leave(registration.id(), List.of(session))) {
            telling.note(registration, "line-left", Deed.PARTICIPANT, null);
        }
    }
}
