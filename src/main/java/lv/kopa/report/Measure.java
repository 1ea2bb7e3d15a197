package lv.kopa.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a figure counts. */
public enum Measure {
    EVENTS,
    SESSIONS,
    /** Registrations that have a place. */
    CONFIRMED,
    /** Registrations whose person was at one session or more. */
    PARTICIPATIONS,
    /** The people of those, each once. */
    PEOPLE,
    /** How long each session took, for each who was there. */
    HOURS;

    static Optional<Measure> of(String key) {
        return Stream.of(values()).filter(measure -> measure.key().equals(key)).findFirst();
    }

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its name. */
    public String textKey() {
        return "report.measure." + key();
    }
}
