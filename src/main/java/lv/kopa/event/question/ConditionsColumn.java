package lv.kopa.event.question;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the conditions of a question as JSON in one text column. */
@Singleton
class ConditionsColumn implements AttributeConverter<List<Condition>, String> {
    private static final Argument<List<Condition>> CONDITIONS = Argument.listOf(Condition.class);

    private final JsonMapper json;

    ConditionsColumn(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable String convertToPersistedValue(@Nullable List<Condition> entityValue, ConversionContext context) {
        try {
            return entityValue == null ? null : json.writeValueAsString(CONDITIONS, entityValue);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public @Nullable List<Condition> convertToEntityValue(@Nullable String persistedValue, ConversionContext context) {
        try {
            return persistedValue == null ? null : json.readValue(persistedValue, CONDITIONS);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
