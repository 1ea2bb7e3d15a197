package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.web.Form;

/**
 * Spares whoever registers several people one by one to type again what is likely to be the same of the next: who answers
 * for them, and where they come from. It is kept in a cookie of this browser, which nobody else can read or write, for a
 * quarter of an hour, since others may sit down at it; names and addresses of those who come are not in it, since no two
 * have them in common.
 */
@Singleton
class NextAnswer {
    /** The parameter by which the form is asked for with it. */
    static final String ASKED = "next";

    private static final String KEPT = "kopa-next";
    private static final List<String> FIELDS = List.of(
            "invitation",
            "category",
            "minor",
            "guardian.name",
            "guardian.email",
            "guardian.phone",
            "phone",
            "organisation");

    /** What browsers are sure to keep in one cookie. */
    private static final int MOST = 3800;

    private final DoneProof proof;

    NextAnswer(DoneProof proof) {
        this.proof = proof;
    }

    /**
     * What is kept of a form.
     *
     * @param path that of its event
     */
    Optional<Cookie> keep(Form form, String path) {
        String said = FIELDS.stream()
                .filter(field -> form.filled(field).isPresent())
                .map(field -> field + "=" + URLEncoder.encode(form.get(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String shut = proof.seal(said, purpose(path));
        return shut.length() > MOST
                ? Optional.empty()
                : Optional.of(Cookie.of(KEPT, shut)
                        .path(path)
                        .maxAge(Duration.ofMinutes(15))
                        .httpOnly(true)
                        .sameSite(SameSite.Lax));
    }

    /** Whether something is kept of the last form that came from a browser for an event. */
    boolean isKept(HttpRequest<?> request, String path) {
        return kept(request, path).isPresent();
    }

    /** Fills a form with it. */
    void fill(Form form, HttpRequest<?> request, String path) {
        kept(request, path).ifPresent(said -> {
            Stream.of(said.split("&"))
                    .map(pair -> pair.split("=", 2))
                    .filter(pair -> pair.length == 2 && FIELDS.contains(pair[0]))
                    .forEach(pair -> form.replace(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
            form.note("", "registration.next.filled");
        });
    }

    private Optional<String> kept(HttpRequest<?> request, String path) {
        return request.getCookies()
                .findCookie(KEPT)
                .map(Cookie::getValue)
                .flatMap(cookie -> proof.open(cookie, purpose(path)));
    }

    private static String purpose(String path) {
        return "next " + path;
    }
}
