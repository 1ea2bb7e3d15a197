package lv.kopa.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.text.Texts;

/**
 * What has just been done, told once on the page that follows: the key of a text in a short-lived cookie, where it
 * counts with the number and the address of what is counted.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public class Flash {
    private static final String COOKIE = "kopa-done";
    private static final String TOLD = "kopa.done.told";

    /** A cookie may be somebody else's work: its link leads nowhere but into the workspace. */
    private static final Pattern COUNTED =
            Pattern.compile("([a-z0-9._-]+)\\|(\\d{1,9})\\|((?:/organiser/[a-z0-9/?=-]+)?)");

    Flash() {}

    /** 303 to a page that says so. */
    public static MutableHttpResponse<byte[]> seeOther(String address, String key) {
        return tell(address, key);
    }

    /**
     * 303 to a page that says so of a number, and links to what is counted if there is any.
     *
     * @param counted where that is; "" where there is nothing to see yet
     * @param key of a text; the words of the link are the text of this key with `.see` at its end
     */
    public static MutableHttpResponse<byte[]> seeOther(String address, String key, long number, String counted) {
        return tell(address, key + "|" + number + "|" + counted);
    }

    private static MutableHttpResponse<byte[]> tell(String address, String told) {
        return Html.seeOther(address)
                .cookie(Cookie.of(COOKIE, told)
                        .path("/")
                        .maxAge(Duration.ofMinutes(1))
                        .httpOnly(true)
                        .sameSite(SameSite.Lax));
    }

    static Optional<Done> of(HttpRequest<?> request) {
        Texts texts = Texts.in(ReaderLanguage.of(request));
        Optional<Done> done =
                request.getCookies().findCookie(COOKIE).map(Cookie::getValue).flatMap(told -> read(told, texts));
        done.ifPresent(told -> request.setAttribute(TOLD, true));
        return done;
    }

    private static Optional<Done> read(String told, Texts texts) {
        Matcher counted = COUNTED.matcher(told);
        if (counted.matches() && texts.has(counted.group(1) + ".see")) {
            long number = Long.parseLong(counted.group(2));
            return Optional.of(new Done(
                    texts.get(counted.group(1), number),
                    number == 0 ? "" : counted.group(3),
                    texts.get(counted.group(1) + ".see")));
        }
        return Optional.of(told).filter(texts::has).map(key -> new Done(texts.get(key), "", ""));
    }

    @ResponseFilter
    void forget(HttpRequest<?> request, MutableHttpResponse<?> response) {
        if (request.getAttribute(TOLD).isPresent() && response.code() == 200) {
            response.cookie(Cookie.of(COOKIE, "").path("/").maxAge(0));
        }
    }
}
