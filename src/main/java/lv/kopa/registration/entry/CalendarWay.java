package lv.kopa.registration.entry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How somebody wants to have an event in their calendar. */
public enum CalendarWay {
    /** By mails that programs act upon: each part goes in, moves and goes out by itself. */
    INVITATION,
    /** As a file with all parts, to open by hand. */
    FILE;

    /** Its name in forms and in the keys of texts. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a form says. */
    public static Optional<CalendarWay> of(@Nullable String key) {
        return Arrays.stream(values()).filter(way -> way.key().equals(key)).findFirst();
    }
}
