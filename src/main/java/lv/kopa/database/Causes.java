package lv.kopa.database;

import java.util.stream.Stream;

/** What is behind a failure. */
public final class Causes {
    private Causes() {}

    /** The failure, its cause, the cause of that, and so on. */
    public static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
