package lv.kopa.seal;

import jakarta.inject.Singleton;

/** An administrator who has a new key made. */
@Singleton
public class Rotation {
    private final KeyRotation command;

    Rotation(KeyRotation command) {
        this.command = command;
    }

    public String run() {
        return command.run();
    }
}
