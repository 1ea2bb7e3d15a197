package lv.kopa.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** What people call things in tables of theirs, in whatever language. */
public final class Headings {
    private static final Map<String, Set<String>> CALLED = new ConcurrentHashMap<>();

    private Headings() {}

    /** Whether a heading means such a column; `name`, `email`, `phone`, `organisation`, `category`, `language`. */
    public static boolean means(String heading, String column) {
        return isCalled(heading, column, "export." + column);
    }

    /** What a cell says that is to say yes or no; nothing where it says neither. */
    public static Optional<Boolean> yesOrNo(String cell) {
        if (isCalled(cell, "yes", "web.yes")) {
            return Optional.of(true);
        }
        return isCalled(cell, "no", "web.no") ? Optional.of(false) : Optional.empty();
    }

    /** A language by its tag, or by its name in any language. */
    public static Optional<Language> language(String cell) {
        String typed = cell.strip();
        return Stream.of(Language.values())
                .filter(language -> Stream.concat(
                                Stream.of(language.ownName(), language.tag()),
                                Stream.of(Language.values()).map(language::nameIn))
                        .anyMatch(typed::equalsIgnoreCase))
                .findFirst()
                .or(() -> Language.of(typed));
    }

    /** A country by its two letters, or by its name in any language. */
    public static Optional<String> country(String cell) {
        return Stream.of(Locale.getISOCountries())
                .filter(code -> code.equalsIgnoreCase(cell.strip())
                        || Stream.of(Language.values())
                                .anyMatch(reader -> alike(
                                        cell,
                                        new Locale.Builder()
                                                .setRegion(code)
                                                .build()
                                                .getDisplayCountry(reader.locale()))))
                .findFirst();
    }

    /** Whether two headings are the same but for signs and size. */
    public static boolean alike(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static boolean isCalled(String typed, String column, String ours) {
        String plain = plain(typed);
        return !plain.isEmpty()
                && CALLED.computeIfAbsent(column, key -> called(key, ours)).contains(plain);
    }

    private static Set<String> called(String column, String ours) {
        return Stream.of(Language.values())
                .map(Texts::in)
                .flatMap(texts -> Stream.concat(
                        Stream.of(column, texts.get(ours)),
                        Arrays.stream(texts.get("table.called." + column).split("\\|"))))
                .map(Headings::plain)
                .collect(Collectors.toSet());
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
