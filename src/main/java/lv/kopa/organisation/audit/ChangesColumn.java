package lv.kopa.organisation.audit;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a deed changed as JSON in one text column; null where it changed nothing that is kept. */
@Singleton
public class ChangesColumn {
    private static final Argument<List<Change>> CHANGES = Argument.listOf(Change.class);

    private final JsonMapper json;

    ChangesColumn(JsonMapper json) {
        this.json = json;
    }

    /** What the column is to say; null for nothing. */
    @Nullable
    String write(List<Change> changes) {
        try {
            return changes.isEmpty() ? null : json.writeValueAsString(CHANGES, changes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
