package lv.kopa.event;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.text.Language;
import lv.kopa.text.SoughtWord;
import lv.kopa.text.Texts;

/**
 * What a word may mean of an event without standing in its texts: its kind, one of its languages, that one may join online.
 *
 * @param as the column of what is sought, as {@link EventSearch} reads it
 * @param roots of what it is called, in all our languages
 */
record Sought(String as, String value, Set<String> roots) {
    /** Each is looked for in every event, and one that is nowhere ends nothing early. */
    private static final int MOST_WORDS = 6;

    /** Of all the words together; of many words each is looked for in fewer letters than its own. */
    private static final int MOST_SPELLINGS = 15;

    private static final int LONGEST_WORD = 200;

    /** What only joins others: what is held in Hamar need not say "in". */
    private static final Set<String> JOINING = names("joining").collect(toUnmodifiableSet());

    private static final List<Sought> KNOWN = Stream.of(
                    Arrays.stream(EventKind.values())
                            .map(kind -> called("kind", kind.name(), kind.name().toLowerCase(Locale.ROOT))),
                    Arrays.stream(Language.values())
                            .map(language -> called("language", language.tag(), language.tag())),
                    Stream.of(called("online", "yes", "online")))
            .flatMap(meanings -> meanings)
            .toList();

    private static Sought called(String as, String value, String key) {
        return new Sought(
                as, value, names(key).map(name -> new SoughtWord(name).root()).collect(toUnmodifiableSet()));
    }

    /** What a text lists, in all our languages. */
    private static Stream<String> names(String key) {
        return Language.spoken().stream()
                .flatMap(language -> Arrays.stream(
                        Texts.in(language).get("event.sought." + key).split("[ ,]+")));
    }

    /** The words of a line, each as the array of what it may be: a pattern of SQL's LIKE, or what it means. */
    static String json(String line) {
        List<String> words = List.of(line.split(" "));
        boolean anyTelling = !JOINING.containsAll(words);
        List<SoughtWord> telling = words.stream()
                .filter(word -> !anyTelling || !JOINING.contains(word))
                .limit(MOST_WORDS)
                .map(word -> new SoughtWord(word.substring(0, Math.min(word.length(), LONGEST_WORD))))
                .toList();
        return telling.stream()
                .map(word -> json(word, MOST_SPELLINGS / telling.size()))
                .collect(joining(",", "[", "]"));
    }

    private static String json(SoughtWord word, int spellings) {
        String root = word.root();
        return Stream.concat(
                        KNOWN.stream()
                                .filter(meaning -> meaning.roots.contains(root))
                                .map(meaning -> object(meaning.as, meaning.value)),
                        word.spellings().stream()
                                .limit(spellings)
                                .map(part -> object("pattern", "%" + literally(part) + "%")))
                .collect(joining(",", "[", "]"));
    }

    private static String object(String name, String value) {
        return "{\"%s\":\"%s\"}".formatted(name, value.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** A text as a pattern of LIKE with `!` before what is meant as it stands. */
    static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
