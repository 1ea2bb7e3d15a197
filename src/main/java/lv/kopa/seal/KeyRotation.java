package lv.kopa.seal;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.start.Command;

/**
 * `rotate-answer-keys`: makes a new key and seals everything anew, sensitive answers and passwords of mail servers alike.
 * It may be broken off and given again; what the former keys sealed can be opened all the while.
 */
@Singleton
class KeyRotation implements Command {
    private final KeyRing keys;
    private final List<Sealed> secrets;

    KeyRotation(KeyRing keys, List<Sealed> secrets) {
        this.keys = keys;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "rotate-answer-keys";
    }

    @Override
    public String run() {
        keys.rotate();
        return secrets.stream().mapToLong(Sealed::sealAnew).sum() + " secrets are sealed with a new key.";
    }
}
