package lv.kopa.text;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a short list of one-line texts in one column, a line each. */
@Singleton
public class Lines implements AttributeConverter<List<String>, String> {
    @Override
    public @Nullable String convertToPersistedValue(@Nullable List<String> entityValue, ConversionContext context) {
        return entityValue == null ? null : String.join("\n", entityValue);
    }

    @Override
    public @Nullable List<String> convertToEntityValue(@Nullable String persistedValue, ConversionContext context) {
        return persistedValue == null
                ? null
                : persistedValue.lines().filter(line -> !line.isBlank()).toList();
    }
}
