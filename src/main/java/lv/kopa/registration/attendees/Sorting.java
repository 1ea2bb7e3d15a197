package lv.kopa.registration.attendees;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lv.kopa.text.Faults;
import lv.kopa.text.InvalidInput;
import org.jspecify.annotations.Nullable;

/** In which order registrations stand in a list. */
public enum Sorting {
    /** In the order they came, as a list has it that nobody looked at before. */
    REGISTERED,
    /** As on the page, unless its reader wants another order. */
    NEWEST,
    /** As the database compares names, which is as on the page. */
    NAME;

    /** What an address says, as {@code sort}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what the address of a file says; a word that nobody knows is refused, as are those of {@link AttendeeQuery}.
     *
     * @throws InvalidInput where it is none
     */
    public static Sorting of(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return REGISTERED;
        }
        List<Sorting> known =
                Arrays.stream(values()).filter(one -> one.key().equals(typed)).toList();
        if (known.isEmpty()) {
            Faults faults = new Faults();
            faults.add("sort", "web.unknown-choice", typed);
            faults.refuseIfAny();
        }
        return known.get(0);
    }
}
