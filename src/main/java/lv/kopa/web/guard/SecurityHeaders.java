package lv.kopa.web.guard;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import lv.kopa.web.Links;

/** Tells browsers on every answer what our pages never do, so that nobody can make them. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self'; "
            + "form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";
    private static final String PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private final Links links;

    SecurityHeaders(Links links) {
        this.links = links;
    }

    @ResponseFilter
    void protect(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Place place = Place.of(request);
        MutableHttpHeaders headers = response.getHeaders();
        if (!headers.contains("Content-Security-Policy")) {
            headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", place == Place.SECRET ? "no-referrer" : "same-origin");
        if (!headers.contains("Permissions-Policy")) {
            headers.set("Permissions-Policy", PERMISSIONS);
        }
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if (links.secure()) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        if (place.isPrivate()) {
            headers.set("X-Robots-Tag", "noindex");
        }
        if (place == Place.OPEN_DATA && isReading(request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
        }
        if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            keepOutOfCaches(place, response);
        }
    }

    /** Pages depend on cookies, so none may be handed to somebody else; private ones are not even kept. */
    private static void keepOutOfCaches(Place place, MutableHttpResponse<?> response) {
        boolean page = response.getContentType()
                .filter(type -> type.matches(MediaType.TEXT_HTML_TYPE))
                .isPresent();
        if (place.isPrivate()) {
            response.header(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (page) {
            response.header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        }
    }

    private static boolean isReading(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }
}
