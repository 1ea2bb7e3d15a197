package lv.kopa.text;

import java.time.DayOfWeek;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one word says of days.
 *
 * @param says what a date is made of; nothing where it is only the word for "year"
 * @param role what else has to stand beside it
 */
record DayWord(Says says, Role role) {
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?");
    private static final Pattern NUMBERS =
            Pattern.compile("(?<day>\\d{1,2})([./])(?<month>\\d{1,2})(?:\\2(?<year>\\d{4}|\\d{2}))?\\.?");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile("(?<month>\\d{1,2})[./](?<year>\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?<year>(?:19|20)\\d{2})\\.?[гр]?\\.?");
    private static final Pattern DAY = Pattern.compile("(?<day>\\d{1,2})(?:\\.|st|nd|rd|th|-?(?:го|е|му|те|та))?");
    private static final int CENTURY = 2000;

    private static final DayNames NAMES = new DayNames();

    enum Role {
        /** A date by itself. */
        WHOLE,
        /** As "6" is, which asks for a month. */
        NUMBER,
        /** As "feb" is, which asks for a number. */
        SHORT,
        /** As "gada" is, which asks for a year. */
        YEAR,
        /** No date. */
        NONE
    }

    record Says(
            @Nullable Integer year,
            @Nullable Integer month,
            @Nullable Integer day,
            @Nullable DayOfWeek weekday) {
        static final Says NOTHING = new Says(null, null, null, null);

        static Says month(int month) {
            return new Says(null, month, null, null);
        }

        static Says weekday(DayOfWeek weekday) {
            return new Says(null, null, null, weekday);
        }
    }

    static DayWord of(String typed) {
        String word = typed.toLowerCase(Locale.ROOT).replaceAll("[,;:!?]+$", "");
        return Stream.of(ISO, MONTH_AND_YEAR, NUMBERS, YEAR)
                .flatMap(pattern -> read(pattern, word, Role.WHOLE).stream())
                .filter(read -> days(read.says).exist())
                .findFirst()
                .or(() -> read(DAY, word, Role.NUMBER))
                .or(() -> NAMES.of(word))
                .orElse(new DayWord(Says.NOTHING, Role.NONE));
    }

    private static Optional<DayWord> read(Pattern pattern, String word, Role role) {
        Matcher numbers = pattern.matcher(word);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        String all = pattern.pattern();
        Function<String, @Nullable Integer> number = name -> all.contains("?<" + name) ? number(numbers, name) : null;
        Integer year = number.apply("year");
        Integer full = year == null || year >= 100 ? year : Integer.valueOf(CENTURY + year);
        return Optional.of(new DayWord(new Says(full, number.apply("month"), number.apply("day"), null), role));
    }

    private static @Nullable Integer number(Matcher numbers, String name) {
        String group = numbers.group(name);
        return group == null ? null : Integer.valueOf(group);
    }

    /** What they say in one, if that is a date and nothing is said twice. */
    static Optional<SoughtDays> together(List<DayWord> words) {
        Set<Role> roles = new HashSet<>();
        words.forEach(word -> roles.add(word.role));
        if (roles.contains(Role.NONE)
                || isTwice(words, Says::year)
                || isTwice(words, Says::month)
                || isTwice(words, Says::day)
                || isTwice(words, Says::weekday)) {
            return Optional.empty();
        }
        SoughtDays days = days(new Says(
                any(words, Says::year), any(words, Says::month), any(words, Says::day), any(words, Says::weekday)));
        boolean complete = (!roles.contains(Role.SHORT) || days.year() != null || days.day() != null)
                && (!roles.contains(Role.YEAR) || days.year() != null);
        return complete && days.exist() ? Optional.of(days) : Optional.empty();
    }

    private static SoughtDays days(Says says) {
        return new SoughtDays(says.year, says.month, says.day, says.weekday);
    }

    private static boolean isTwice(List<DayWord> words, Function<Says, @Nullable Object> what) {
        return words.stream().filter(word -> what.apply(word.says) != null).count() > 1;
    }

    private static <T> @Nullable T any(List<DayWord> words, Function<Says, @Nullable T> what) {
        for (DayWord word : words) {
            T said = what.apply(word.says);
            if (said != null) {
                return said;
            }
        }
        return null;
    }
}
