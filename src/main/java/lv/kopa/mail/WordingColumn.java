package lv.kopa.mail;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link Wording} as a JSON object in one text column. */
@Singleton
class WordingColumn implements AttributeConverter<Wording, String> {
    private final JsonMapper json;

    WordingColumn(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable String convertToPersistedValue(@Nullable Wording entityValue, ConversionContext context) {
        try {
            return entityValue == null ? null : json.writeValueAsString(entityValue);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public @Nullable Wording convertToEntityValue(@Nullable String persistedValue, ConversionContext context) {
        try {
            return persistedValue == null ? null : json.readValue(persistedValue, Wording.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
