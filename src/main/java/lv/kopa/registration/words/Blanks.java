package lv.kopa.registration.words;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Links;

/**
 * Texts with blanks in them. Nothing in them is carried out: a blank is replaced by its value, once, and what does not
 * name one stays as it was typed.
 */
public final class Blanks {
    private static final Pattern BRACE = Pattern.compile("\\{([^{}\\n]*)(}?)");
    private static final int LONGEST_QUOTE = 30;

    private Blanks() {}

    /** What is wrong with a text as somebody typed it, where something is: the first thing that is. */
    public static Optional<Sentence> fault(String typed, Set<Blank> known) {
        Matcher brace = BRACE.matcher(typed);
        while (brace.find()) {
            if (brace.group(2).isEmpty()) {
                return Optional.of(Sentence.of("words.fault.unclosed", quote(brace.group())));
            }
            if (Blank.of(brace.group(1)).filter(known::contains).isEmpty()) {
                return Optional.of(Sentence.of("words.fault.unknown", quote(brace.group())));
            }
        }
        return Optional.empty();
    }

    /** The first of some blanks that a text lacks. */
    public static Optional<Blank> missing(String typed, Set<Blank> needed) {
        Set<Blank> there = used(typed);
        return needed.stream().filter(blank -> !there.contains(blank)).findFirst();
    }

    /** A text as it is kept. */
    public static String kept(String typed) {
        return replace(typed, Blank::kept);
    }

    /** A kept text as readers of a language write it. */
    public static String shown(String text, Language reader) {
        return replace(text, blank -> blank.in(reader));
    }

    /** A text with its blanks filled; of what there is no value for, nothing is left. */
    public static String fill(String text, Map<Blank, String> values) {
        return replace(text, blank -> values.getOrDefault(blank, ""));
    }

    /** A value for every blank: what stands beside an editor, and in a preview where there is nobody to take it from. */
    public static Map<Blank, String> examples(Language language, Links links) {
        Map<Blank, String> examples = new EnumMap<>(Blank.class);
        for (Blank blank : Blank.values()) {
            examples.put(blank, blank.example(language, links));
        }
        return examples;
    }

    private static Set<Blank> used(String typed) {
        Set<Blank> used = EnumSet.noneOf(Blank.class);
        BRACE.matcher(typed).results().flatMap(brace -> whole(brace).stream()).forEach(used::add);
        return used;
    }

    private static String replace(String text, Function<Blank, String> value) {
        return BRACE.matcher(text)
                .replaceAll(brace ->
                        Matcher.quoteReplacement(whole(brace).map(value).orElse(brace.group())));
    }

    private static Optional<Blank> whole(MatchResult brace) {
        return brace.group(2).isEmpty() ? Optional.empty() : Blank.of(brace.group(1));
    }

    private static String quote(String typed) {
        return typed.length() <= LONGEST_QUOTE
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, typed.codePointCount(0, LONGEST_QUOTE))) + "…";
    }
}
