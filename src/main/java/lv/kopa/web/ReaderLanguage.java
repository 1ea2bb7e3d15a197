package lv.kopa.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.kopa.text.Language;

/** The language of a reader: `?lang=`, which is remembered in a cookie, else that cookie, else Accept-Language. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
public class ReaderLanguage {
    private static final String PARAMETER = "lang";
    private static final String COOKIE = "kopa-lang";

    /** What programs fetch, and caches may keep. */
    private static final Pattern FEED = Pattern.compile("\\.(ics|atom|json)$");

    ReaderLanguage() {}

    public static Language of(HttpRequest<?> request) {
        return asked(request)
                .or(() -> request.getCookies()
                        .findCookie(COOKIE)
                        .map(Cookie::getValue)
                        .flatMap(Language::of))
                .or(() -> accepted(request))
                .orElse(Language.EN);
    }

    @ResponseFilter
    void remember(HttpRequest<?> request, MutableHttpResponse<?> response) {
        asked(request)
                .filter(language -> !FEED.matcher(request.getPath()).find())
                .ifPresent(language -> response.cookie(Cookie.of(COOKIE, language.tag())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .sameSite(SameSite.Lax)));
    }

    /** The query of a request without the language: "" or beginning with "?". */
    static String queryWithoutLanguage(HttpRequest<?> request) {
        String query = Objects.requireNonNullElse(request.getUri().getRawQuery(), "");
        String kept = List.of(query.split("&")).stream()
                .filter(part -> !part.isEmpty() && !part.startsWith(PARAMETER + "="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static Optional<Language> asked(HttpRequest<?> request) {
        return request.getParameters().getFirst(PARAMETER).flatMap(Language::of);
    }

    private static Optional<Language> accepted(HttpRequest<?> request) {
        String header = request.getHeaders().get("Accept-Language");
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .flatMap(range -> Language.of(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
