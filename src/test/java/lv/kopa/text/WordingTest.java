package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.PluralRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each language by its own rules of writing, as far as a program can tell. */
final class WordingTest {
    private static final Pattern AT_THE_END = Pattern.compile("([.?!:…])[}”»)]*$");
    private static final Pattern NUMERO = Pattern.compile("(?:\\bno|nr)\\.$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACED = Pattern.compile(" [,.;:?!](?=\\s|$)|\\.\\.\\.| - |—");

    @ParameterizedTest
    @EnumSource
    void everyPluralHasTheFormsOfItsLanguage(Language language) {
        Set<String> forms = PluralRules.forLocale(language.locale()).getKeywords();
        List<String> lacking = new ArrayList<>();
        for (String key : Texts.in(language).keys()) {
            for (Set<String> given : plurals(Texts.in(language).pattern(key))) {
                if (!given.containsAll(forms)) {
                    lacking.add(key + " has " + given + " of " + forms);
                }
            }
        }
        assertThat(lacking).as(language.tag()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void whatHasSeveralWordsIsNotLeftInEnglish(Language language) {
        assertThat(where(
                        language,
                        (key, text) ->
                                text.equals(english(key)) && words(text) > 1 && !key.startsWith("words.example.")))
                .as("as in English, in " + language.tag())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void quotationMarksAreThoseOfTheLanguage(Language language) {
        String others =
                switch (language) {
                    case EN -> "[\"'„«»]";
                    case LV -> "[\"'“«»]";
                    case NB, RU -> "[\"'“”„]";
                    case UK -> "[\"'“”„ʼ‘`´]";
                };
        assertThat(where(
                        language,
                        (key, text) -> Pattern.compile(others).matcher(text).find()))
                .as(language.tag())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyQuotationThatBeginsEnds(Language language) {
        String pair =
                switch (language) {
                    case EN -> "“”";
                    case LV -> "„”";
                    case NB, UK, RU -> "«»";
                };
        assertThat(where(language, (key, text) -> count(text, pair.charAt(0)) != count(text, pair.charAt(1))))
                .as(language.tag())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSpacedTwiceOrBeforeAStop(Language language) {
        assertThat(where(
                        language,
                        (key, text) -> text.isBlank()
                                || text.lines().anyMatch(line -> line.strip().contains("  ") && !isLaidOut(key))
                                || SPACED.matcher(text).find()))
                .as(language.tag())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aTextEndsAsItDoesInEnglish(Language language) {
        assertThat(where(language, (key, text) -> !end(text).equals(end(english(key)))))
                .as(language.tag())
                .isEmpty();
    }

    /** For the console, in columns. */
    private static boolean isLaidOut(String key) {
        return key.equals("demo.welcome");
    }

    private static List<String> where(Language language, BiPredicate<String, String> wrong) {
        return Texts.in(language).keys().stream()
                .filter(Texts.in(Language.EN)::has)
                .filter(key -> wrong.test(key, Texts.in(language).pattern(key)))
                .map(key -> key + "=" + Texts.in(language).pattern(key))
                .toList();
    }

    private static String english(String key) {
        return Texts.in(Language.EN).pattern(key);
    }

    /** The forms that each plural of a pattern gives. */
    private static List<Set<String>> plurals(String pattern) {
        MessagePattern parts = new MessagePattern(pattern);
        List<Set<String>> plurals = new ArrayList<>();
        List<Set<String>> open = new ArrayList<>();
        for (int i = 0; i < parts.countParts(); i++) {
            MessagePattern.Part part = parts.getPart(i);
            boolean plural = part.getArgType() == MessagePattern.ArgType.PLURAL;
            switch (part.getType()) {
                case ARG_START -> open.add(new TreeSet<>());
                case ARG_LIMIT -> {
                    Set<String> closed = open.remove(open.size() - 1);
                    if (plural) {
                        plurals.add(closed);
                    }
                }
                case ARG_SELECTOR -> open.get(open.size() - 1).add(parts.getSubstring(part));
                default -> {}
            }
        }
        return plurals;
    }

    private static int words(String text) {
        Matcher words = Pattern.compile("\\p{L}{2,}").matcher(text.replaceAll("\\{\\d+[^{}]*}", ""));
        return (int) words.results().count();
    }

    private static long count(String text, char mark) {
        return text.chars().filter(c -> c == mark).count();
    }

    /** The stop that a text ends with, "" without one; that of "no." is none. */
    private static String end(String text) {
        Matcher end = AT_THE_END.matcher(text.strip());
        return end.find() && !NUMERO.matcher(text).find() ? end.group(1) : "";
    }
}
