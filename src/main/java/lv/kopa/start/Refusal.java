package lv.kopa.start;

import io.micronaut.core.value.PropertyResolver;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the sentence for a failed start, when there is one. */
final class Refusal {
    private Refusal() {}

    static Optional<String> of(Throwable failure, PropertyResolver settings) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentence(cause, settings).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause, PropertyResolver settings) {
        if (cause instanceof StartRefused) {
            return Optional.ofNullable(cause.getMessage());
        }
        if (cause instanceof SQLException e && isAboutConnecting(e)) {
            return Optional.of("The database " + settings.getProperty("datasources.default.url", String.class, "")
                    + " cannot be reached (" + firstLine(e) + "); check DATASOURCES_DEFAULT_URL,"
                    + " DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD.");
        }
        return Optional.empty();
    }

    private static boolean isAboutConnecting(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("28") || state.equals("42000"));
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
