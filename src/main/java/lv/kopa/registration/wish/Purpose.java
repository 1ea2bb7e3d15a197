package lv.kopa.registration.wish;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person agrees to. */
public enum Purpose {
    /** That the association keeps what is needed for the event and its report; nobody can take part without. */
    PRIVACY,
    /** That pictures are taken and shown. */
    PHOTO,
    /** That news of the association are sent. */
    NEWSLETTER,
    /** That somebody under 18 takes part; given by whoever answers for them. */
    GUARDIAN;

    public static Optional<Purpose> of(String name) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    /** Whether people give, withhold and withdraw it as they like, and it is not a condition of taking part. */
    public boolean isChosen() {
        return this == PHOTO || this == NEWSLETTER;
    }

    /** The version of the text that is agreed to today. */
    public String textVersion() {
        return ConsentText.of(this).version();
    }

    /** Its name in forms and JSON, and the end of its texts' keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
