package lv.kopa.text;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days that somebody means who types "martā", "6 февраля" or "Saturday 6.2.2027"; null: any.
 *
 * @param day of the month
 */
public record SoughtDays(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        @Nullable DayOfWeek weekday) {
    private static final int YEAR = 10_000;
    private static final int MONTH = 100;
    private static final int LAST_DAY = 31;
    private static final int LAST_MONTH = 12;

    /** As many words as one date has: a weekday, a day, a month, a year and the word for "year". */
    private static final int LONGEST = 5;

    /** What each of these words says of days, those that stand side by side together; empty where it says nothing. */
    public static List<Optional<SoughtDays>> in(List<String> words) {
        List<DayWord> parts = words.stream().map(DayWord::of).toList();
        List<Optional<SoughtDays>> all = new ArrayList<>();
        while (all.size() < words.size()) {
            int most = Math.min(LONGEST, words.size() - all.size());
            all.addAll(next(parts.subList(all.size(), all.size() + most)));
        }
        return all;
    }

    /** The longest date that they begin with, once for each of its words; or that the first of them is none. */
    private static List<Optional<SoughtDays>> next(List<DayWord> parts) {
        for (int length = parts.size(); length > 0; length--) {
            Optional<SoughtDays> together = DayWord.together(parts.subList(0, length));
            if (together.isPresent()) {
                return Collections.nCopies(length, together);
            }
        }
        return List.of(Optional.empty());
    }

    /** Whether there is such a day at all. */
    boolean exist() {
        boolean inYear = month == null || (month >= 1 && month <= LAST_MONTH);
        return inYear && (day == null || (month != null && day >= 1 && day <= longest(month)));
    }

    private int longest(int ofMonth) {
        return YearMonth.of(year == null ? 2024 : year, ofMonth).lengthOfMonth(); // a leap year, where none is said
    }

    /** What days are counted up to where they are written as {@link #first} is: a year, or all there are. */
    public int among() {
        return year == null ? YEAR : YEAR * YEAR;
    }

    /** The first of them, as 20270301, or as 301 of any year. */
    public int first() {
        return (year == null ? 0 : year * YEAR) + (month == null ? 1 : month) * MONTH + (day == null ? 1 : day);
    }

    /** The last of them, or what no day of its month is after. */
    public int last() {
        return (year == null ? 0 : year * YEAR)
                + (month == null ? LAST_MONTH : month) * MONTH
                + (day == null ? LAST_DAY : day);
    }
}
