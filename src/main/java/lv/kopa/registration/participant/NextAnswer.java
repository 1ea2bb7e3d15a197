package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.address.Mistypings.Slip;
import lv.kopa.web.Form;

/**
 * Spares whoever registers several people one by one to type again what is likely to be the same of the next: who answers
 * for them, and where they come from; and whoever mistyped an address, to type all again. It is kept in a cookie of this
 * browser, which nobody else can read or write, for a quarter of an hour, since others may sit down at it. The name and
 * address of who comes are in it to know the next person by, and are filled in for nobody else, since no two have them in
 * common. It is of one form whether or not the address was registered before, and says so in nothing.
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

    private static final String NAME = "name";
    private static final String EMAIL = "email";
    private static final List<String> OF_ONE_ALONE = List.of(NAME, EMAIL);
    private static final List<String> CHOSEN = List.of("sessions", "waitFor", "alternatives");
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** Which registration it is, or seems to be. */
    private static final String REFERENCE = "reference";

    private static final String MADE = "made";

    /** Says that one may go on with the next person. */
    private static final String MORE = "more";

    /** What browsers are sure to keep in one cookie. */
    private static final int MOST = 3800;

    private final DoneProof proof;
    private final Clock clock;

    NextAnswer(DoneProof proof, Clock clock) {
        this.proof = proof;
        this.clock = clock;
    }

    /**
     * What is kept of a form.
     *
     * @param path that of its event
     * @param reference of the registration that it made; any other where there was one before
     * @param more whether one may go on with the next person
     */
    Optional<Cookie> keep(Form form, String path, String reference, boolean more) {
        Map<String, String> kept = new LinkedHashMap<>();
        Stream.concat(FIELDS.stream(), OF_ONE_ALONE.stream())
                .forEach(field -> kept.put(field, form.get(field).strip()));
        CHOSEN.forEach(field -> kept.put(field, String.join(",", form.all(field))));
        kept.put(REFERENCE, reference);
        kept.put(MADE, String.valueOf(clock.instant().getEpochSecond()));
        kept.put(MORE, more ? MORE : "");
        String said = kept.entrySet().stream()
                .filter(pair -> !pair.getValue().isEmpty())
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String shut = proof.seal(said, purpose(path));
        return shut.length() > MOST
                ? Optional.empty()
                : Optional.of(Cookie.of(KEPT, shut)
                        .path(path)
                        .maxAge(PATIENCE)
                        .httpOnly(true)
                        .sameSite(SameSite.Lax));
    }

    /** Whether something is kept of the last form that came from a browser for an event, for the next person. */
    boolean isKept(HttpRequest<?> request, String path) {
        return forNext(request, path).isPresent();
    }

    /** The address with which somebody was registered last from a browser, as it was typed. */
    Optional<String> address(HttpRequest<?> request, String path) {
        return kept(request, path).map(said -> said.get(EMAIL));
    }

    /** What was registered last, where a form is of the same name, for all anybody can see, and has another address. */
    Optional<Slip> slip(Form form, HttpRequest<?> request, String path) {
        return kept(request, path)
                .map(NextAnswer::slip)
                .filter(last -> loosely(last.name()).equals(loosely(form.get(NAME))))
                .filter(last -> EmailAddress.parse(form.get(EMAIL))
                        .filter(typed -> EmailAddress.parse(last.email())
                                .filter(before -> !before.key().equals(typed.key()))
                                .isPresent())
                        .isPresent());
    }

    private static Slip slip(Map<String, String> said) {
        return new Slip(said.getOrDefault(REFERENCE, ""), said.getOrDefault(NAME, ""), said.getOrDefault(EMAIL, ""));
    }

    private static String loosely(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    /** Fills a form with all that is kept of the same one, and says what was registered by it. */
    Optional<Slip> fillAgain(Form form, HttpRequest<?> request, String path) {
        return kept(request, path).map(said -> {
            said.forEach((field, value) -> {
                if (FIELDS.contains(field) || OF_ONE_ALONE.contains(field)) {
                    form.replace(field, value);
                } else if (CHOSEN.contains(field)) {
                    Stream.of(value.split(",")).forEach(each -> form.with(field, each));
                }
            });
            return slip(said);
        });
    }

    /** Fills a form with it. */
    void fill(Form form, HttpRequest<?> request, String path) {
        forNext(request, path).ifPresent(said -> {
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
        return forNext(request, path)
                .filter(said -> form.get(EMAIL).strip().equalsIgnoreCase(said.get(EMAIL)))
                .filter(said -> !form.get(NAME).strip().equalsIgnoreCase(said.get(NAME)))
                .isPresent();
    }

    private Optional<Map<String, String>> forNext(HttpRequest<?> request, String path) {
        return kept(request, path).filter(said -> said.containsKey(MORE));
    }

    private Optional<Map<String, String>> kept(HttpRequest<?> request, String path) {
        return request.getCookies()
                .findCookie(KEPT)
                .map(Cookie::getValue)
                .flatMap(cookie -> proof.open(cookie, purpose(path)))
                .map(NextAnswer::read)
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
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static String purpose(String path) {
        return "next " + path;
    }
}
