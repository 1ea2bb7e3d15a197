package lv.kopa.event.announcement;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import lv.kopa.text.Faults;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;
import lv.kopa.text.Slug;
import lv.kopa.text.Translated;
import lv.kopa.text.Zones;
import org.jspecify.annotations.Nullable;

/** Reads single values of a plan, each into its own type, and notes what is wrong. */
final class PlanValues {
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2200;
    private static final int LONGEST_KEY = 40;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private final Faults faults;

    PlanValues(Faults faults) {
        this.faults = faults;
    }

    Translated translated(String field, @Nullable Map<String, @Nullable String> typed, int most, boolean required) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        Optional.ofNullable(typed)
                .orElse(Map.of())
                .forEach((tag, text) -> Language.of(tag)
                        .ifPresentOrElse(
                                language -> texts.put(language, text == null ? "" : PlainText.clean(text)),
                                () -> faults.add(field, "event.fault.language", tag)));
        Translated read = Translated.of(texts);
        if (required && read.isEmpty()) {
            faults.add(field, "web.required");
        }
        if (read.length() > most) {
            faults.add(field, "web.too-long", most);
        }
        return read;
    }

    /**
     * What programs call something: as they say, else after its name.
     *
     * @param taken the keys of its kind, of which it becomes one
     */
    String key(String field, @Nullable String typed, Translated name, Set<String> taken) {
        String line = line(field, typed, LONGEST_KEY);
        String key = line == null ? Slug.of(name) : line;
        if (!name.isEmpty() && !KEY.matcher(key).matches()) {
            faults.add(field, "event.fault.key");
        }
        if (!taken.add(key)) {
            faults.add(field, "event.fault.key-twice", key);
        }
        return key;
    }

    /** One line of text, or null where it is blank. */
    @Nullable
    String line(String field, @Nullable String typed, int most) {
        String line = typed == null ? "" : PlainText.line(typed);
        if (line.length() > most) {
            faults.add(field, "web.too-long", most);
        }
        return line.isEmpty() ? null : line;
    }

    @Nullable
    Integer number(String field, @Nullable Integer typed, int least, int most) {
        if (typed != null && (typed < least || typed > most)) {
            faults.add(field, "web.number-between", least, most);
        }
        return typed;
    }

    <T> Optional<T> choice(String field, @Nullable String typed, Function<String, Optional<T>> known) {
        if (typed == null || typed.isBlank()) {
            faults.add(field, "web.required");
            return Optional.empty();
        }
        Optional<T> chosen = known.apply(typed);
        if (chosen.isEmpty()) {
            faults.add(field, "web.unknown-choice", typed);
        }
        return chosen;
    }

    <T extends Enum<T>> T optionalChoice(String field, @Nullable String typed, Class<T> type, T otherwise) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        for (T constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(typed.strip())) {
                return constant;
            }
        }
        faults.add(field, "web.unknown-choice", typed);
        return otherwise;
    }

    ZoneId zone(String field, @Nullable String typed, ZoneId otherwise) {
        if (typed == null || typed.isBlank()) {
            return otherwise;
        }
        if (!Zones.isOne(typed.strip())) {
            faults.add(field, "event.fault.zone", typed);
            return otherwise;
        }
        return ZoneId.of(typed.strip());
    }

    /** An instant as programs write it, or a wall-clock time in a zone as a form does. */
    @Nullable
    Instant instant(String field, @Nullable String typed, ZoneId zone) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            OffsetDateTime read = OffsetDateTime.parse(typed.strip());
            checkYear(field, read.getYear());
            return read.toInstant();
        } catch (DateTimeParseException noOffset) {
            LocalDateTime local = wallClock(field, typed, zone);
            return local == null ? null : local.atZone(zone).toInstant();
        }
    }

    /** A day, or null where it is blank. */
    @Nullable
    LocalDate date(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            LocalDate read = LocalDate.parse(typed.strip());
            checkYear(field, read.getYear());
            return read;
        } catch (DateTimeParseException notOne) {
            faults.add(field, "event.fault.date");
            return null;
        }
    }

    private void checkYear(String field, int year) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            faults.add(field, "event.fault.year", EARLIEST_YEAR, LATEST_YEAR);
        }
    }

    /** What the clock on the wall shows; an hour that the clocks skip that day is refused. */
    @Nullable
    LocalDateTime wallClock(String field, @Nullable String typed, ZoneId zone) {
        if (typed == null || typed.isBlank()) {
            faults.add(field, "web.required");
            return null;
        }
        try {
            LocalDateTime read = LocalDateTime.parse(typed.strip());
            checkYear(field, read.getYear());
            if (zone.getRules().getValidOffsets(read).isEmpty()) {
                faults.add(field, "event.fault.skipped-hour");
            }
            return read.withSecond(0).withNano(0);
        } catch (DateTimeException notOne) {
            faults.add(field, "event.fault.date-time");
            return null;
        }
    }

    @Nullable
    String webAddress(String field, @Nullable String typed) {
        String address = line(field, typed, 1000);
        if (address == null) {
            return null;
        }
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri.toASCIIString();
            }
        } catch (URISyntaxException notOne) {
            // told below like any other address that is none
        }
        faults.add(field, "event.fault.web-address");
        return null;
    }
}
