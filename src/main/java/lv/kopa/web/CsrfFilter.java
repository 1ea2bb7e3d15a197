package lv.kopa.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses forms that were not ours. Browsers without cookies still get through where they say that they come from our
 * own pages and are not signed in, for then there is nothing to forge. It stands before sign-in, which changes threads:
 * Micronaut 4.10 trips over a filter that reads a body after that.
 */
@Order(-9_000)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class CsrfFilter {
    private static final Pattern SENT =
            Pattern.compile("(?:^|&|name=\"?)" + Csrf.FIELD + "(?:=|\"?\r\n\r\n)([a-z2-7]+)");

    private static final Pattern SECRET = Pattern.compile(Links.SECRET);

    /** What strangers send: forms, and a click in a mail program that is no browser (RFC 8058). */
    private static final Pattern FOR_STRANGERS =
            Pattern.compile("/events/[^/]+/register(?:/party)?|/registrations/link|/my/news/[^/]+");

    private static final Set<String> PLAIN = Set.of("kopa-lang", "kopa-done");

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Links links;

    CsrfFilter(Links links) {
        this.links = links;
    }

    @RequestFilter
    void refuseForgedForms(HttpRequest<?> request, @Body byte @Nullable [] body) {
        if (!isDeed(request) || isOurs(request, body)) {
            return;
        }
        if (!answersForItself(request)) {
            throw new ForgedForm();
        }
        Csrf.of(request).doubt();
    }

    @ResponseFilter
    void setCookie(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Csrf.needed(request).filter(Csrf::mustBeSet).ifPresent(csrf -> response.cookie(cookie(csrf)));
    }

    private Cookie cookie(Csrf csrf) {
        return Cookie.of(Csrf.COOKIE, csrf.value())
                .path("/")
                .httpOnly(true)
                .secure(links.secure())
                .sameSite(SameSite.Lax);
    }

    /** What changes something, whatever it claims to carry; programs show tokens instead of cookies. */
    private static boolean isDeed(HttpRequest<?> request) {
        return !READING.contains(request.getMethod()) && !request.getPath().startsWith("/api/");
    }

    private boolean isOurs(HttpRequest<?> request, byte @Nullable [] body) {
        Csrf csrf = Csrf.of(request);
        if (csrf.known() && sent(body).filter(csrf::matches).isPresent()) {
            return true;
        }
        boolean anonymous = !csrf.known() && saysNothing(request);
        boolean nothingToForge = isSecret(request) || anonymous;
        return (nothingToForge && comesFromUs(request))
                || (anonymous && answersForItself(request) && saysNothingOfItsOrigin(request));
    }

    /** A long form that strangers fill in comes back with all they typed instead of an error; a secret is proof enough. */
    private static boolean answersForItself(HttpRequest<?> request) {
        return FOR_STRANGERS.matcher(request.getPath()).matches();
    }

    /** As very old browsers do; a page elsewhere that wants to send a form by a reader's browser of today cannot. */
    private static boolean saysNothingOfItsOrigin(HttpRequest<?> request) {
        return request.getHeaders().get("Origin") == null
                && request.getHeaders().get("Sec-Fetch-Site") == null;
    }

    /** An address that is itself a secret cannot be forged, however old the page, or whatever became of its cookie. */
    private static boolean isSecret(HttpRequest<?> request) {
        return SECRET.matcher(request.getPath()).matches();
    }

    /** Whether there are none but such cookies as say nothing of who comes. */
    private static boolean saysNothing(HttpRequest<?> request) {
        return request.getCookies().getAll().stream().allMatch(cookie -> PLAIN.contains(cookie.getName()));
    }

    private static Optional<String> sent(byte @Nullable [] body) {
        if (body == null) {
            return Optional.empty();
        }
        Matcher field = SENT.matcher(new String(body, StandardCharsets.ISO_8859_1));
        return field.find() ? Optional.of(field.group(1)) : Optional.empty();
    }

    private boolean comesFromUs(HttpRequest<?> request) {
        String origin = request.getHeaders().get("Origin");
        if (origin == null || origin.equals("null")) {
            return "same-origin".equals(request.getHeaders().get("Sec-Fetch-Site"));
        }
        String host = request.getHeaders().get("Host");
        return origin.equals("http://" + host) || origin.equals("https://" + host) || origin.equals(links.to(""));
    }
}
