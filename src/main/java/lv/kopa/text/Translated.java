package lv.kopa.text;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A text an organiser wrote in one or several languages. */
@Serdeable
@Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
public final class Translated {
    /** Where a reader's language is missing, the first of these that is there; decision 9 says why in this order. */
    private static final List<Language> FALLBACK =
            List.of(Language.EN, Language.LV, Language.NB, Language.UK, Language.RU);

    private static final Translated NOTHING = new Translated(new EnumMap<>(Language.class));

    private final EnumMap<Language, String> texts;

    private Translated(EnumMap<Language, String> texts) {
        this.texts = texts;
    }

    public static Translated nothing() {
        return NOTHING;
    }

    public static Translated of(Language language, String text) {
        return of(Map.of(language, text));
    }

    /** Blank texts count as missing. */
    public static Translated of(Map<Language, String> texts) {
        EnumMap<Language, String> kept = new EnumMap<>(Language.class);
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                kept.put(language, text.strip());
            }
        });
        return new Translated(kept);
    }

    /**
     * Reads `{"en": "…", "lv": "…"}`.
     *
     * @throws IllegalArgumentException for a language Kopa does not know
     */
    @JsonCreator
    static Translated ofTags(Map<String, String> texts) {
        EnumMap<Language, String> byLanguage = new EnumMap<>(Language.class);
        texts.forEach((tag, text) -> byLanguage.put(
                Language.of(tag).orElseThrow(() -> new IllegalArgumentException("Unknown language: " + tag)), text));
        return of(byLanguage);
    }

    @JsonValue
    Map<String, String> byTag() {
        Map<String, String> byTag = new LinkedHashMap<>();
        texts.forEach((language, text) -> byTag.put(language.tag(), text));
        return byTag;
    }

    /** The text for a reader of this language, else the first of the fallback order, else "". */
    public String in(Language language) {
        return languageFor(language).map(texts::get).orElse("");
    }

    /** The text in exactly this language, or "". */
    public String exactly(Language language) {
        return texts.getOrDefault(language, "");
    }

    /** The language in which a reader of `wanted` gets the text. */
    public Optional<Language> languageFor(Language wanted) {
        if (texts.containsKey(wanted)) {
            return Optional.of(wanted);
        }
        return FALLBACK.stream().filter(texts::containsKey).findFirst();
    }

    public Set<Language> languages() {
        return texts.keySet();
    }

    @Schema(hidden = true)
    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The longest of its texts in characters, for limits. */
    public int length() {
        return texts.values().stream().mapToInt(String::length).max().orElse(0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Translated translated && texts.equals(translated.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return texts.toString();
    }
}
