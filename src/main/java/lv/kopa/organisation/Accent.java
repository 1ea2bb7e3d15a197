package lv.kopa.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The colour of an organisation's pages, from a palette that stays readable in light and dark. */
public enum Accent {
    FJORD,
    PINE,
    AMBER,
    BERRY,
    SLATE,
    PLUM,
    BRICK,
    TEAL;

    /** Its name in style sheets and forms: `fjord`. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Accent> of(String css) {
        return Arrays.stream(values())
                .filter(accent -> accent.css().equals(css))
                .findFirst();
    }
}
