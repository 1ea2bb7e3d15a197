package lv.kopa.text;

import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.DateTimePatternGenerator;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Dates and times as readers of a language write them. */
public final class Dates {
    private static final Map<Language, Dates> BY_LANGUAGE = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            BY_LANGUAGE.put(language, new Dates(language));
        }
    }

    private final Language language;
    private final Locale locale;
    private final DateIntervalFormat intervals;
    private final DateTimePatternGenerator patterns;
    private final Map<String, String> bestPatterns = new ConcurrentHashMap<>();
    private final Map<String, DateTimeFormatter> formats = new ConcurrentHashMap<>();

    private Dates(Language language) {
        this.language = language;
        this.locale = language == Language.EN ? Locale.UK : language.locale();
        this.intervals = DateIntervalFormat.getInstance("yMMMMd", locale);
        intervals.setTimeZone(TimeZone.GMT_ZONE);
        this.patterns = DateTimePatternGenerator.getInstance(locale);
    }

    public static Dates in(Language language) {
        return Objects.requireNonNull(BY_LANGUAGE.get(language));
    }

    /** Wednesday 14 June 2023. */
    public String day(LocalDate date) {
        return format("yMMMMEEEEd", date);
    }

    /** Wed 14 Jun. */
    public String shortDay(LocalDate date) {
        return format("MMMEd", date);
    }

    /** Wed 14 Jun, 09:30; on the clocks of a zone. */
    public String shortMoment(Instant instant, ZoneId zone) {
        LocalDateTime wallClock = LocalDateTime.ofInstant(instant, zone);
        return shortDay(wallClock.toLocalDate()) + ", " + time(wallClock);
    }

    /** 14 June 2023. */
    public String date(LocalDate date) {
        return format("yMMMMd", date);
    }

    /** June 2023. */
    public String month(YearMonth month) {
        return format("yMMMM", month);
    }

    /** June 2023, after a day or several, which is another case in some languages. */
    public String monthOf(LocalDate date) {
        return written(pattern("yMMMM").replace('L', 'M'), date);
    }

    /** Jun, for the date block of a list. */
    public String monthName(LocalDate date) {
        return format("MMM", date);
    }

    /** Wed. */
    public String weekday(LocalDate date) {
        return format("EEE", date);
    }

    /** 14–16 June 2023, or one day. */
    public String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        DateIntervalFormat interval = (DateIntervalFormat) intervals.clone();
        return closed(interval.format(new DateInterval(noon(first), noon(last))));
    }

    /**
     * Britons set the dash between two bare numbers close, and with spaces only where there are such on either side of it;
     * CLDR has it spaced throughout.
     */
    private String closed(String days) {
        return language == Language.EN ? days.replaceFirst("^(\\d+)\\h–\\h(\\d+)", "$1–$2") : days;
    }

    /** 09:30. */
    public String time(LocalDateTime wallClock) {
        return format("Hm", wallClock);
    }

    /** Wednesday 14 June 2023, 09:30. */
    public String moment(LocalDateTime wallClock) {
        return day(wallClock.toLocalDate()) + at(wallClock) + time(wallClock);
    }

    /** 14 June 2023, 09:30; on one line, however narrow the column. */
    public String stamp(LocalDateTime wallClock) {
        return (date(wallClock.toLocalDate()) + ", " + time(wallClock)).replace(' ', '\u00a0');
    }

    /** Wednesday 14 June, 09:30; of a day that is near. */
    public String nearMoment(LocalDateTime wallClock) {
        return format("MMMMEEEEd", wallClock) + at(wallClock) + time(wallClock);
    }

    /** Wednesday 14 June 2023, 09:30; where a stretch begins or ends, of which nobody says "at". */
    public String bound(LocalDateTime wallClock) {
        return day(wallClock.toLocalDate()) + ", " + time(wallClock);
    }

    /** The place a zone is named after, in words: "Oslo". */
    public String zone(ZoneId zone) {
        String known = Objects.requireNonNullElse(TimeZone.getCanonicalID(zone.getId()), zone.getId());
        String place = TimeZoneNames.getInstance(locale).getExemplarLocationName(known);
        return Language.spelt(place == null ? zone.getDisplayName(TextStyle.SHORT, locale) : place);
    }

    /** Wednesday 14 June 2023, 09:30 (Oslo time); by when something is to be done, wherever one is. */
    public String deadline(Instant end, ZoneId zone) {
        return moment(end.atZone(zone).toLocalDateTime()) + clocks(zone);
    }

    /** Wednesday 14 June, 09:30 (Oslo time); the same of a day that is near. */
    public String nearDeadline(Instant end, ZoneId zone) {
        return nearMoment(end.atZone(zone).toLocalDateTime()) + clocks(zone);
    }

    /** 09:30 (Oslo time); the same of today. */
    public String clock(Instant end, ZoneId zone) {
        return time(end.atZone(zone).toLocalDateTime()) + clocks(zone);
    }

    private String clocks(ZoneId zone) {
        return " (" + Texts.in(language).get("event.zone.time", zone(zone)) + ")";
    }

    private String at(LocalDateTime wallClock) {
        return switch (language) {
            case UK -> wallClock.getHour() == 11 ? " об " : " о ";
            case RU -> " в ";
            default -> ", ";
        };
    }

    private static long noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private String format(String skeleton, TemporalAccessor when) {
        return written(pattern(skeleton), when);
    }

    private String written(String pattern, TemporalAccessor when) {
        DateTimeFormatter format = formats.computeIfAbsent(pattern, p -> DateTimeFormatter.ofPattern(p, locale));
        return Language.spelt(format.format(when));
    }

    /** Britons write no comma after the day of the week; that some releases of CLDR do should not change our pages. */
    private String pattern(String skeleton) {
        return bestPatterns.computeIfAbsent(skeleton, s -> {
            String best = patterns.getBestPattern(s);
            return locale.equals(Locale.UK) ? best.replace("EEEE, d", "EEEE d") : best;
        });
    }
}
