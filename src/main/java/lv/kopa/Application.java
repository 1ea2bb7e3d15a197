package lv.kopa;

import io.micronaut.runtime.Micronaut;

/** Starts Kopa. */
public final class Application {
    private Application() {}

    public static void main(String[] args) {
        Micronaut.run(Application.class, args);
    }
}
