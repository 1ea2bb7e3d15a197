package lv.kopa.database;

import java.sql.SQLException;

/** The database refuses a row since another one has the same key. */
public final class Duplicate {
    private static final int DUPLICATE_KEY = 1062;

    private Duplicate() {}

    /** Whether a row was refused for this key, by the name the schema gives it. */
    public static boolean isBehind(Throwable failure, String key) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof SQLException e
                        && e.getErrorCode() == DUPLICATE_KEY
                        && String.valueOf(e.getMessage()).contains(key));
    }
}
