package lv.kopa.event.edit;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads single fields of organisers' forms as plans have them. */
record TypedValues(Form form) {
    /** A text by language tag, where it is written in one. */
    Map<String, @Nullable String> texts(String field) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            form.filled(field + "." + language.tag()).ifPresent(typed -> texts.put(language.tag(), typed));
        }
        return texts;
    }

    /** The same as a text. */
    Translated translated(String field) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            form.filled(field + "." + language.tag()).ifPresent(typed -> texts.put(language, typed));
        }
        return Translated.of(texts);
    }

    /** A whole number, or null where there is none; what is no number is rejected. */
    @Nullable
    Integer number(String field) {
        String typed = form.get(field);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("-?\\d{1,9}")) {
            form.reject(field, "workspace.fault.number");
            return null;
        }
        return Integer.valueOf(typed);
    }
}
