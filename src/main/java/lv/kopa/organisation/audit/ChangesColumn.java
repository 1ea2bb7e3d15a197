package lv.kopa.organisation.audit;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a deed changed as JSON in one text column; null where it changed nothing that is kept. */
@Singleton
public class ChangesColumn implements AttributeConverter<List<Change>, String> {
    private static final Argument<List<Change>> CHANGES = Argument.listOf(Change.class);

    private final JsonMapper json;

    ChangesColumn(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable String convertToPersistedValue(@Nullable List<Change> entityValue, ConversionContext context) {
        try {
            return entityValue == null || entityValue.isEmpty() ? null : json.writeValueAsString(CHANGES, entityValue);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public List<Change> convertToEntityValue(@Nullable String persistedValue, ConversionContext context) {
        return read(persistedValue);
    }

    /** What the column says. */
    public List<Change> read(@Nullable String kept) {
        try {
            return kept == null ? List.of() : json.readValue(kept, CHANGES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
