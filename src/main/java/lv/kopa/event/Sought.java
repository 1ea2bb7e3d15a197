package lv.kopa.event;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.text.Language;
import lv.kopa.text.SoughtDays;
import lv.kopa.text.SoughtWord;
import lv.kopa.text.Texts;

/**
 * What a word may mean of an event without standing in its texts: its kind, one of its languages, that one may join online.
 * What days it may mean {@link SoughtDays} knows.
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

    /** How it is said that something costs nothing, which all events do as far as we know; each as the roots of its words. */
    private static final List<List<String>> FREE = Language.spoken().stream()
            .flatMap(language ->
                    Arrays.stream(Texts.in(language).get("event.sought.free").split(", ")))
            .map(saying -> roots(List.of(saying.split(" "))))
            .toList();

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

    /**
     * The words of a line, each as the array of what it may be: a pattern of SQL's LIKE, or what it means. None are left of
     * a line that only asks for what is free.
     */
    static String json(String line) {
        List<String> telling = telling(withoutFree(words(line))).stream()
                .map(word -> word.substring(0, Math.min(word.length(), LONGEST_WORD)))
                .limit(MOST_WORDS)
                .toList();
        List<Optional<SoughtDays>> days = SoughtDays.in(telling);
        return IntStream.range(0, telling.size())
                .mapToObj(i -> json(new SoughtWord(telling.get(i)), days.get(i), MOST_SPELLINGS / telling.size()))
                .collect(joining(",", "[", "]"));
    }

    /** Whether a line says anywhere that something is to be free of charge. */
    static boolean asksWhatIsFree(String line) {
        List<String> words = words(line);
        return withoutFree(words).size() < words.size();
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split("\\h+")) // a date copied from a page has spaces that do not break
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> withoutFree(List<String> words) {
        List<String> roots = roots(words);
        List<String> others = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            int free = longestOfFree(roots.subList(i, roots.size()));
            if (free == 0) {
                others.add(words.get(i));
            } else {
                i += free - 1;
            }
        }
        return others;
    }

    private static int longestOfFree(List<String> roots) {
        return FREE.stream()
                .filter(free -> free.size() <= roots.size() && free.equals(roots.subList(0, free.size())))
                .mapToInt(List::size)
                .max()
                .orElse(0);
    }

    private static List<String> roots(List<String> words) {
        return words.stream().map(word -> new SoughtWord(word).root()).toList();
    }

    /** Without what only joins them, unless they are nothing else. */
    private static List<String> telling(List<String> words) {
        List<String> telling = IntStream.range(0, words.size())
                .filter(i -> !JOINING.contains(i == 0 ? begun(words.get(i)) : words.get(i)))
                .mapToObj(words::get)
                .toList();
        return telling.isEmpty() ? words : telling;
    }

    /** The first word has a capital letter from many a telephone. */
    private static String begun(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    private static String json(SoughtWord word, Optional<SoughtDays> days, int spellings) {
        String root = word.root();
        Stream<String> meanings = KNOWN.stream()
                .filter(meaning -> meaning.roots.contains(root))
                .map(meaning -> object(meaning.as, meaning.value));
        Stream<String> patterns =
                word.spellings().stream().limit(spellings).map(part -> object("pattern", "%" + literally(part) + "%"));
        return Stream.of(days.stream().map(Sought::object), meanings, patterns)
                .flatMap(some -> some)
                .collect(joining(",", "[", "]"));
    }

    private static String object(SoughtDays days) {
        String weekday =
                days.weekday() == null ? "null" : String.valueOf(days.weekday().ordinal());
        return "{\"days_among\":%d,\"days_first\":%d,\"days_last\":%d,\"weekday\":%s}"
                .formatted(days.among(), days.first(), days.last(), weekday);
    }

    private static String object(String name, String value) {
        return "{\"%s\":\"%s\"}".formatted(name, value.replace("\\", "\\\\").replace("\"", "\\\""));
    }

    /** A text as a pattern of LIKE with `!` before what is meant as it stands. */
    static String literally(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
