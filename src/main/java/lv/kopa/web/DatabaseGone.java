package lv.kopa.web;

import io.micronaut.context.annotation.Factory;
import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.transaction.exceptions.TransactionException;
import jakarta.inject.Singleton;
import java.util.Map;
import lv.kopa.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks people and programs to come back in a few seconds while the database is away. */
@Factory
final class DatabaseGone {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseGone.class);
    private static final String SECONDS = "5";
    private static final String TITLE = "Back in a moment";
    private static final String DETAIL =
            "The database does not answer. Nothing is lost; please try again in a few seconds.";
    private static final String PAGE = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + TITLE
            + "</title><h1>" + TITLE + "</h1><p>" + DETAIL + "</p></html>";

    @Singleton
    ExceptionHandler<CannotGetJdbcConnectionException, HttpResponse<?>> beforeConnecting() {
        return DatabaseGone::answer;
    }

    @Singleton
    ExceptionHandler<ConnectionException, HttpResponse<?>> inConnecting() {
        return DatabaseGone::answer;
    }

    @Singleton
    ExceptionHandler<DataAccessException, HttpResponse<?>> inStatement() {
        return DatabaseGone::answer;
    }

    @Singleton
    ExceptionHandler<TransactionException, HttpResponse<?>> inTransaction() {
        return DatabaseGone::answer;
    }

    private static <E extends RuntimeException> HttpResponse<?> answer(HttpRequest<?> request, E failure) {
        if (!Outage.isBehind(failure)) {
            throw failure;
        }
        LOG.warn("{} {} had no database: {}", request.getMethod(), request.getPath(), failure.getMessage());
        var response = HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, SECONDS);
        return request.getPath().startsWith("/api/")
                ? response.contentType("application/problem+json").body(problem())
                : response.contentType(MediaType.TEXT_HTML_TYPE).body(PAGE);
    }

    private static Map<String, Object> problem() {
        return Map.of("type", "about:blank", "title", TITLE, "status", 503, "detail", DETAIL);
    }
}
