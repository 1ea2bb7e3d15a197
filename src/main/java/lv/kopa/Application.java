package lv.kopa;

import lv.kopa.start.Start;

/** Starts Kopa. */
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        Start.run(Application.class, args);
    }
}
