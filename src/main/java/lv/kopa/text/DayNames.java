package lv.kopa.text;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.text.Transliterator;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * What months and days of the week are called in all our languages, as ICU knows them: alone and after a day, in full and
 * in short; and in the other cases that people write, by the endings that stand in the texts. Stems, as other words have
 * them, would take a woman called Marte for a month.
 */
final class DayNames {
    private static final Transliterator WITHOUT_MARKS = Transliterator.getInstance("Latin-ASCII");
    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`]");

    private final Map<String, DayWord> full = new HashMap<>();
    private final Map<String, DayWord> inShort = new HashMap<>();

    DayNames() {
        for (Language language : Language.spoken()) {
            DateFormatSymbols names = DateFormatSymbols.getInstance(language.locale());
            List<String> months = listed(language, "event.sought.month-endings");
            List<String> weekdays = listed(language, "event.sought.weekday-endings");
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                String[] wide = names.getMonths(context, DateFormatSymbols.WIDE);
                put(wide, months, full, DayNames::month, DayWord.Role.WHOLE);
                String[] brief = names.getMonths(context, DateFormatSymbols.ABBREVIATED);
                put(brief, List.of(), inShort, DayNames::month, DayWord.Role.SHORT);
                String[] days = names.getWeekdays(context, DateFormatSymbols.WIDE);
                put(days, weekdays, full, DayNames::weekday, DayWord.Role.WHOLE);
                String[] briefDays = names.getWeekdays(context, DateFormatSymbols.ABBREVIATED);
                put(briefDays, List.of(), inShort, DayNames::weekday, DayWord.Role.SHORT);
            }
            listed(language, "event.sought.year")
                    .forEach(year ->
                            full.putIfAbsent(plain(year), new DayWord(DayWord.Says.NOTHING, DayWord.Role.YEAR)));
        }
    }

    private static List<String> listed(Language language, String key) {
        return Arrays.asList(Texts.in(language).get(key).split(", "));
    }

    /** @param word in small letters */
    Optional<DayWord> of(String word) {
        String plain = plain(word);
        return Optional.ofNullable(full.get(plain)).or(() -> Optional.ofNullable(inShort.get(plain)));
    }

    private static String plain(String name) {
        String letters = APOSTROPHES.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
        return letters.endsWith(".") ? letters.substring(0, letters.length() - 1) : letters;
    }

    private static DayWord.Says month(int index) {
        return DayWord.Says.month(index + 1);
    }

    /** ICU's weeks begin with Sunday, which is 1. */
    private static DayWord.Says weekday(int index) {
        return DayWord.Says.weekday(index == 1 ? DayOfWeek.SUNDAY : DayOfWeek.of(index - 1));
    }

    private static void put(
            String[] names,
            List<String> endings,
            Map<String, DayWord> into,
            IntFunction<DayWord.Says> meaning,
            DayWord.Role role) {
        for (int i = 0; i < names.length; i++) {
            if (!names[i].isEmpty()) {
                DayWord word = new DayWord(meaning.apply(i), role);
                forms(plain(names[i]), endings).forEach(form -> {
                    into.putIfAbsent(form, word);
                    into.putIfAbsent(WITHOUT_MARKS.transliterate(form), word);
                });
            }
        }
    }

    /** A name with each of the endings instead of its own, which is one of them or none. */
    private static Set<String> forms(String name, List<String> endings) {
        Set<String> forms = new LinkedHashSet<>(Set.of(name));
        endings.forEach(ending -> forms.add(name + ending));
        endings.stream()
                .filter(name::endsWith)
                .map(own -> name.substring(0, name.length() - own.length()))
                .forEach(stem -> endings.forEach(ending -> forms.add(stem + ending)));
        return forms;
    }
}
