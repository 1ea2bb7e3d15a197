package lv.kopa.text;

import java.util.List;

/** A sentence not yet said in any language: the key of a text and what fills its places. */
public record Sentence(String key, List<Object> arguments) {
    public static Sentence of(String key, Object... arguments) {
        return new Sentence(key, List.of(arguments));
    }

    /** Says it; an argument that is itself a sentence is said first. */
    public String in(Language language) {
        Object[] said = arguments.stream()
                .map(argument -> argument instanceof Sentence inner ? inner.in(language) : argument)
                .toArray();
        return Texts.in(language).get(key, said);
    }
}
