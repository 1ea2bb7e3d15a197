package lv.kopa.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;
import lv.kopa.text.Texts;

/** What has just been done, told once on the page that follows: the key of a text in a short-lived cookie. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public class Flash {
    private static final String COOKIE = "kopa-done";
    private static final String TOLD = "kopa.done.told";

    Flash() {}

    /** 303 to a page that says so. */
    public static MutableHttpResponse<byte[]> seeOther(String address, String key) {
        return Html.seeOther(address)
                .cookie(Cookie.of(COOKIE, key)
                        .path("/")
                        .maxAge(Duration.ofMinutes(1))
                        .httpOnly(true)
                        .sameSite(SameSite.Lax));
    }

    static Optional<String> of(HttpRequest<?> request) {
        Optional<String> key = request.getCookies()
                .findCookie(COOKIE)
                .map(Cookie::getValue)
                .filter(value -> Texts.in(ReaderLanguage.of(request)).has(value));
        key.ifPresent(told -> request.setAttribute(TOLD, true));
        return key.map(told -> Texts.in(ReaderLanguage.of(request)).get(told));
    }

    @ResponseFilter
    void forget(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getAttribute(TOLD).isPresent() && response.code() == 200) {
            response.cookie(Cookie.of(COOKIE, "").path("/").maxAge(0));
        }
    }
}
