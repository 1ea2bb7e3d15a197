package lv.kopa.registration.undo;

import java.util.Locale;

/** What becomes of somebody when a decision on them is undone. */
public enum Fate {
    /** They await a decision again, and nobody was written to. */
    UNDONE,
    /** The same, and they hear of it, for they have been told the contrary. */
    TOLD_ANEW,
    /** They have been told that they were approved, and it stays so. */
    TOLD_BEFORE,
    /** Something else has happened to the registration since; it stays as it is. */
    CHANGED,
    /** They have registered anew; the declined registration stays so. */
    REGISTERED_ANEW;

    public boolean isUndone() {
        return this == UNDONE || this == TOLD_ANEW;
    }

    /** The key of it in a sentence. */
    public String textKey() {
        return "workspace.decision.fate." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
