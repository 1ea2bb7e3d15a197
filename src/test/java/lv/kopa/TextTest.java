package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said is said in every language, and nothing is kept that is no longer said. */
final class TextTest {
    private static final Path MAIN = Path.of("src/main");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][a-z0-9_-]*(?:\\.[a-z0-9_-]+)+)\"");
    private static final Pattern BEGINNING = Pattern.compile("\"([a-z][a-z0-9_-]*\\.(?:[a-z0-9_-]+\\.)*)\"\\s*[+,]");
    private static final Pattern BESIDE_TAGS = Pattern.compile(">[^<>$@{}]*\\p{L}{2,}[^<>$@{}]*<");

    @ParameterizedTest
    @MethodSource("others")
    void everyLanguageSaysTheSame(Language language) {
        assertThat(Texts.in(language).keys()).containsExactlyInAnyOrderElementsOf(english());
    }

    @ParameterizedTest
    @MethodSource("others")
    void everyLanguageFillsTheSamePlaces(Language language) {
        for (String key : english()) {
            assertThat(places(pattern(language, key)))
                    .as(language + " " + key)
                    .isEqualTo(places(pattern(Language.EN, key)));
        }
    }

    @Test
    void nothingIsKeptThatIsNoLongerSaid() throws IOException {
        String source = source();
        Set<String> said = matches(QUOTED, source);
        Set<String> beginnings = matches(BEGINNING, source);
        List<String> stale = english().stream()
                .filter(key -> !said.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .filter(key -> said.stream().noneMatch(known -> key.startsWith(known + ".")))
                .toList();
        assertThat(stale).isEmpty();
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

    @Test
    void noTemplateSpeaksForItself() throws IOException {
        List<String> found = templates().stream()
                .flatMap(template -> spoken(template).stream().map(text -> template + ": " + text))
                .toList();
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPatternIsWellFormed(Language language) {
        for (String key : english()) {
            assertThat(new MessageFormat(pattern(language, key), language.locale()))
                    .as(key)
                    .isNotNull();
        }
    }

    static Stream<Language> others() {
        return Language.spoken().stream().filter(language -> language != Language.EN);
    }

    static Stream<Language> all() {
        return Language.spoken().stream();
    }

    private static Set<String> english() {
        return Texts.in(Language.EN).keys();
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

    /** Words between tags, brand names and symbols of one letter left out. */
    private static List<String> spoken(Path template) {
        try {
            String code = Files.readString(template)
                    .replaceAll("(?m)^\\s*(@import|@param|!\\{).*$", "")
                    .replaceAll("(?s)<(style|script|title)>.*?</\\1>", "")
                    .replaceAll("\\$(unsafe)?\\{[^}]*\\}", "")
                    .replaceAll("Google|Outlook|Kopa|&nbsp;|Authorization: Bearer", "");
            return BESIDE_TAGS
                    .matcher(code)
                    .results()
                    .map(match -> match.group().strip())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
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
