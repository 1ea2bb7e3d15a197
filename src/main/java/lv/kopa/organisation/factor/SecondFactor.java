package lv.kopa.organisation.factor;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The secret that somebody's telephone makes codes of.
 *
 * @param confirmedAt since when it counts; null where no code has shown yet that the telephone knows it
 * @param lastStep the newest step of which a code was taken
 */
@Introspected
@SuppressWarnings("ArrayRecordComponent") // it is opened, never compared
record SecondFactor(
        long personId, byte[] sealedSecret, @Nullable Instant confirmedAt, long lastStep) {
    boolean counts() {
        return confirmedAt != null;
    }

    @Override
    public String toString() {
        return "SecondFactor";
    }
}
