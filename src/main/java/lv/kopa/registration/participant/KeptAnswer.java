package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sealed cookie with what was sent last by the form of an event, of this browser and for a quarter of an hour. */
@Singleton
class KeptAnswer {
    private static final String NAME = "kopa-next";
    private static final String MADE = "made";
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** What browsers are sure to keep in one cookie. */
    private static final int MOST = 3800;

    private final DoneProof proof;
    private final Clock clock;

    KeptAnswer(DoneProof proof, Clock clock) {
        this.proof = proof;
        this.clock = clock;
    }

    /** Keeps all, or the rest where that is too long; where both are, one that ends what was kept before. */
    Cookie of(String path, Map<String, String> all, Map<String, String> rest) {
        return Stream.of(all, rest)
                .map(said -> proof.seal(written(said), purpose(path)))
                .filter(shut -> shut.length() <= MOST)
                .findFirst()
                .map(shut -> cookie(path, shut, PATIENCE))
                .orElseGet(() -> cookie(path, "", Duration.ZERO));
    }

    private String written(Map<String, String> said) {
        Map<String, String> dated = new LinkedHashMap<>(said);
        dated.put(MADE, String.valueOf(clock.instant().getEpochSecond()));
        return dated.entrySet().stream()
                .filter(pair -> !pair.getValue().isEmpty())
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Cookie cookie(String path, String value, Duration patience) {
        return Cookie.of(NAME, value).path(path).maxAge(patience).httpOnly(true).sameSite(SameSite.Lax);
    }

    /** What it says that came with a request, by field; nothing where there is none, or an old one or another event's. */
    Optional<Map<String, String>> in(HttpRequest<?> request, String path) {
        return request.getCookies()
                .findCookie(NAME)
                .map(Cookie::getValue)
                .flatMap(cookie -> proof.open(cookie, purpose(path)))
                .map(KeptAnswer::read)
                .filter(this::isFresh);
    }

    private boolean isFresh(Map<String, String> said) {
        Instant made = Instant.ofEpochSecond(Long.parseLong(said.getOrDefault(MADE, "0")));
        return clock.instant().isBefore(made.plus(PATIENCE));
    }

    private static Map<String, String> read(String said) {
        return Stream.of(said.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1])));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String purpose(String path) {
        return "next " + path;
    }
}
