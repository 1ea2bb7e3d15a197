package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said is said in every language, and nothing is kept that is no longer said. */
final class TextTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern LITERAL = Pattern.compile("\"([A-Za-z0-9._-]+)\"");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Pattern KEY = Pattern.compile("(?m)^([^#=\\s][^=]*)=");

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysTheSame(Language language) {
        List<String> missing = english().stream()
                .filter(key -> !Texts.in(language).has(key))
                .map(key -> key + "=" + pattern(Language.EN, key))
                .toList();
        List<String> stale = Texts.in(language).keys().stream()
                .filter(key -> !english().contains(key))
                .toList();
        assertThat(missing).as("to be translated, in " + file(language)).isEmpty();
        assertThat(stale).as("no longer in English, in " + file(language)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysItInTheSameOrder(Language language) throws IOException {
        List<String> order = keysAsWritten(language);
        assertThat(order).doesNotHaveDuplicates();
        List<String> expected = new ArrayList<>(keysAsWritten(Language.EN));
        expected.retainAll(order);
        order.retainAll(expected);
        assertThat(IntStream.range(0, order.size())
                        .filter(i -> !order.get(i).equals(expected.get(i)))
                        .limit(3)
                        .boxed())
                .extracting(order::get)
                .as("out of place in " + file(language) + ", from the first on")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageFillsTheSamePlaces(Language language) {
        for (String key : known(language)) {
            assertThat(places(pattern(language, key)))
                    .as(language + " " + key)
                    .isEqualTo(places(pattern(Language.EN, key)));
        }
    }

    @Test
    void nothingIsKeptThatIsNoLongerSaid() throws IOException {
        String source = source();
        Set<String> literals = matches(LITERAL, source);
        Set<String> names = constants(source);
        assertThat(english())
                .as("said by nobody")
                .filteredOn(key -> !isSaid(key, literals, names))
                .isEmpty();
    }

    @Test
    void everythingSaidByATemplateIsInTheTexts() throws IOException {
        Pattern text = Pattern.compile("\\btext\\(\"([a-z0-9._-]+)\"|(?:label|hint) = \"([a-z0-9._-]+)\"");
        Set<String> missing = new TreeSet<>();
        for (Path template : templates()) {
            Matcher use = text.matcher(Files.readString(template));
            while (use.find()) {
                String key = use.group(1) == null ? use.group(2) : use.group(1);
                if (!key.endsWith(".") && !Texts.in(Language.EN).has(key)) {
                    missing.add(template + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPatternIsWellFormed(Language language) {
        for (String key : known(language)) {
            assertThat(new MessageFormat(pattern(language, key), language.locale()))
                    .as(key)
                    .isNotNull();
        }
    }

    /**
     * Whether the source holds a key in one piece, or in pieces that it puts together: `"mail.fact." + name`,
     * `key + ".lead"`. Pieces are literals, names of constants and numbers, and meet at a dot.
     */
    private static boolean isSaid(String key, Set<String> literals, Set<String> names) {
        if (literals.contains(key)) {
            return true;
        }
        return Stream.iterate(key.indexOf('.'), dot -> dot >= 0, dot -> key.indexOf('.', dot + 1))
                .anyMatch(dot -> {
                    String beginning = key.substring(0, dot);
                    return literals.contains(beginning + ".") && isRest(key.substring(dot + 1), literals, names)
                            || beginning.contains(".")
                                    && literals.contains(beginning)
                                    && literals.contains(key.substring(dot));
                });
    }

    private static boolean isRest(String rest, Set<String> literals, Set<String> names) {
        if (literals.contains(rest) || names.contains(rest) || rest.matches("\\d+")) {
            return true;
        }
        int dot = rest.indexOf('.');
        return dot > 0 && isRest(rest.substring(0, dot), literals, names) && literals.contains(rest.substring(dot));
    }

    /** Names of constants as they stand, and as keys have them. */
    private static Set<String> constants(String source) {
        Set<String> names = new HashSet<>();
        CONSTANT.matcher(source).results().map(match -> match.group()).forEach(name -> {
            names.add(name);
            names.add(name.toLowerCase(Locale.ROOT));
            names.add(name.toLowerCase(Locale.ROOT).replace('_', '-'));
        });
        return names;
    }

    private static List<String> keysAsWritten(Language language) throws IOException {
        return KEY.matcher(Files.readString(file(language)))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Path file(Language language) {
        return MAIN.resolve("resources/i18n/messages_" + language.tag() + ".properties");
    }

    private static Set<String> english() {
        return Texts.in(Language.EN).keys();
    }

    private static List<String> known(Language language) {
        return english().stream().filter(Texts.in(language)::has).toList();
    }

    private static String pattern(Language language, String key) {
        return Texts.in(language).pattern(key);
    }

    private static Set<String> places(String pattern) {
        return matches(Pattern.compile("\\{(\\d+)"), pattern);
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN.resolve("jte"))) {
            return files.filter(file -> file.toString().endsWith(".jte")).toList();
        }
    }

    private static String source() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|jte)"))
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }
}
