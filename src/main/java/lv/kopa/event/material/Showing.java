package lv.kopa.event.material;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** From when on a material is shown. */
public enum Showing {
    AT_ONCE,
    /** Once the event has begun. */
    FROM_START,
    /** Once the event is over. */
    AFTER_END;

    static Optional<Showing> of(String name) {
        return Arrays.stream(values())
                .filter(showing -> showing.name().equals(name))
                .findFirst();
    }

    /** The key of its name. */
    public String textKey() {
        return "material.showing." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
