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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.web.Form;

/**
 * Spares whoever registers several people one by one to type again what is likely to be the same of the next: who answers
 * for them, and where they come from. It is kept in a cookie of this browser, which nobody else can read or write, for a
 * quarter of an hour, since others may sit down at it. The name and address of who comes are in it to know the next person
 * by, and are filled in nowhere, since no two have them in common.
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

    private static final List<String> OF_ONE_ALONE = List.of("name", "email");

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
        String said = Stream.concat(FIELDS.stream(), OF_ONE_ALONE.stream())
                .filter(field -> form.filled(field).isPresent())
                .map(field -> field + "=" + URLEncoder.encode(form.get(field).strip(), StandardCharsets.UTF_8))
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
            said.forEach((field, value) -> {
                if (FIELDS.contains(field)) {
                    form.replace(field, value);
                }
            });
            form.note("", "registration.next.filled");
        });
    }

    /**
     * Whether the form before registered somebody of another name with the same address, who would be told that they have a
     * place, as everybody is who sends an address that is registered already.
     */
    boolean isOfAnother(Form form, HttpRequest<?> request, String path) {
        return kept(request, path)
                .filter(said -> form.get("email").strip().equalsIgnoreCase(said.get("email")))
                .filter(said -> !form.get("name").strip().equalsIgnoreCase(said.get("name")))
                .isPresent();
    }

    private Optional<Map<String, String>> kept(HttpRequest<?> request, String path) {
        return request.getCookies()
                .findCookie(KEPT)
                .map(Cookie::getValue)
                .flatMap(cookie -> proof.open(cookie, purpose(path)))
                .map(NextAnswer::read);
    }

    private static Map<String, String> read(String said) {
        return Stream.of(said.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String purpose(String path) {
        return "next " + path;
    }
}
