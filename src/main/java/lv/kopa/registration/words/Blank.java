package lv.kopa.registration.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/**
 * A blank in organisers' words that each mail fills in. It is kept by its English name in braces, `{name}`; people may
 * write it in any of our languages, in none of which one word means two things.
 */
public enum Blank {
    NAME,
    EVENT,
    WHEN,
    WHERE,
    CATEGORY,
    REFERENCE,
    ORGANISATION,
    LINK,
    /** By when the reader is to answer. */
    DEADLINE,
    /** The reader's number among those who wait. */
    TURN,
    /** Whom else it is about: who named the reader, or for whom the reader is asked. */
    PERSON,
    /** The session that it is about. */
    SESSION,
    /** The number of the reader's certificate. */
    CERTIFICATE;

    /** As it stands in a text for people of a language. */
    public String in(Language language) {
        return "{" + Texts.in(language).get("words.blank." + key()) + "}";
    }

    /** What it could say. */
    public String example(Language language, Links links) {
        return this == LINK ? links.to("/r/…") : Texts.in(language).get("words.example." + key());
    }

    public String textKey() {
        return "words.about." + key();
    }

    /** As it is kept. */
    String kept() {
        return in(Language.EN);
    }

    static Optional<Blank> of(String word) {
        String typed = word.strip().toLowerCase(Locale.ROOT).replaceAll("['ʼ`´]", "’");
        return Arrays.stream(values()).filter(blank -> blank.isCalled(typed)).findFirst();
    }

    private boolean isCalled(String word) {
        return Arrays.stream(Language.values())
                .anyMatch(language -> in(language).equals("{" + word + "}"));
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
