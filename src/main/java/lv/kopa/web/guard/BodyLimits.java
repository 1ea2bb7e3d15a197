package lv.kopa.web.guard;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that no honest form or program sends: a megabyte of JSON, text with a NUL in it. What it has read stays
 * with the request, since in Micronaut 4.10 a later filter that reads the body again ends up on the event loop.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(-10_000)
public class BodyLimits {
    private static final String ATTRIBUTE = "kopa.body";
    private static final int MOST = 1024 * 1024;
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\u0000");

    BodyLimits() {}

    /** The body of a request as it came. */
    public static byte[] bodyOf(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, byte[].class).orElseGet(() -> new byte[0]);
    }

    @RequestFilter
    void refuse(HttpRequest<?> request) {
        if (!isUpload(request)) {
            refuseIfTooLong(request.getContentLength());
        }
    }

    @RequestFilter
    void refuse(HttpRequest<?> request, @Body byte @Nullable [] body) {
        if (body == null) {
            return;
        }
        request.setAttribute(ATTRIBUTE, body);
        if (isUpload(request)) {
            return;
        }
        refuseIfTooLong(body.length);
        if (isJson(request)
                && NUL.matcher(new String(body, StandardCharsets.ISO_8859_1)).find()) {
            throw new NulRefused();
        }
    }

    private static void refuseIfTooLong(long length) {
        if (length > MOST) {
            throw new ContentLengthExceededException(MOST, length);
        }
    }

    private static boolean isUpload(HttpRequest<?> request) {
        return request.getContentType()
                .filter(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE))
                .isPresent();
    }

    private static boolean isJson(HttpRequest<?> request) {
        return request.getContentType()
                .filter(type -> type.getName().contains("json"))
                .isPresent();
    }
}
