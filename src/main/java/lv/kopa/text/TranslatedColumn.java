package lv.kopa.text;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link Translated} as a JSON object in one text column. */
@Singleton
public class TranslatedColumn implements AttributeConverter<Translated, String> {
    private static final String NOTHING = "{}"; // as most columns are
    private static final Argument<Map<String, String>> TEXTS = Argument.mapOf(String.class, String.class);

    private final JsonMapper json;

    TranslatedColumn(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable String convertToPersistedValue(@Nullable Translated entityValue, ConversionContext context) {
        try {
            return entityValue == null ? null : json.writeValueAsString(TEXTS, entityValue.byTag());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public @Nullable Translated convertToEntityValue(@Nullable String persistedValue, ConversionContext context) {
        if (persistedValue == null || persistedValue.equals(NOTHING)) {
            return persistedValue == null ? null : Translated.nothing();
        }
        try {
            return Translated.ofTags(json.readValue(persistedValue, TEXTS));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
