package lv.kopa.database;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Stores a local date and time in a DATETIME column exactly as it was typed, as text, since on its way through a JDBC
 * timestamp a time in the spring gap of this machine's own zone would move.
 */
@Singleton
public final class WallClock implements AttributeConverter<LocalDateTime, String> {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final DateTimeFormatter READ = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS]");

    @Override
    public @Nullable String convertToPersistedValue(@Nullable LocalDateTime time, ConversionContext context) {
        return time == null ? null : WRITTEN.format(time);
    }

    @Override
    public @Nullable LocalDateTime convertToEntityValue(@Nullable String text, ConversionContext context) {
        return text == null ? null : LocalDateTime.parse(text, READ);
    }
}
