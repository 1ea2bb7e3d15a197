package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.question.Question;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.address.Mistypings.Slip;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.web.Form;

/**
 * Spares whoever registers several people one by one to type again what is likely to be the same of the next: who answers
 * for them, and where they come from; and whoever mistyped an address, to type all again. It is kept in a cookie of this
 * browser, which nobody else can read or write, for a quarter of an hour, since others may sit down at it. The name and
 * address of who comes are in it to know the next person by, for whom they are not filled in; they are for whoever mends
 * the address, and anybody at this browser may say that they do. What was answered and agreed is shown to nobody again:
 * it counts with the mended address where nothing else is said. All of it is as it was typed, whether or not the address
 * was registered before, and says so in nothing.
 */
@Singleton
class NextAnswer {
    /** The parameter by which the form is asked for with it. */
    static final String ASKED = "next";

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

    /** Which registration it is, or seems to be. */
    private static final String REFERENCE = "reference";

    /** What the fields of answers begin with, and what parts several in one. */
    private static final String ANSWERS = Question.field("");

    private static final String BESIDES = "\u001f";
    private static final String CONSENTS = "consents";

    /** Says that answers and consents are in it, as far as there are any. */
    private static final String WHOLE = "whole";

    /** Says that one may go on with the next person. */
    private static final String MORE = "more";

    private final KeptAnswer cookie;

    NextAnswer(KeptAnswer cookie) {
        this.cookie = cookie;
    }

    /**
     * What is kept of a form; without what was answered where that is too long, and nothing, nor of the form before, where
     * all is.
     *
     * @param path that of its event
     * @param reference of the registration that it made; any other where there was one before
     * @param more whether one may go on with the next person
     */
    Cookie keep(Form form, String path, String reference, boolean more) {
        Map<String, String> kept = new LinkedHashMap<>();
        Stream.concat(FIELDS.stream(), OF_ONE_ALONE.stream())
                .forEach(field -> kept.put(field, form.get(field).strip()));
        CHOSEN.forEach(field -> kept.put(field, String.join(",", form.all(field))));
        kept.put(REFERENCE, reference);
        kept.put(MORE, more ? MORE : "");
        Map<String, String> whole = new LinkedHashMap<>(kept);
        form.beginning(ANSWERS).forEach((field, typed) -> whole.put(field, String.join(BESIDES, typed)));
        whole.put(
                CONSENTS,
                Stream.of(Purpose.values())
                        .filter(purpose -> purpose.isChosen() && form.chose(CONSENTS, purpose.key()))
                        .map(Purpose::key)
                        .collect(Collectors.joining(BESIDES)));
        whole.put(WHOLE, WHOLE);
        return cookie.of(path, whole, kept);
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
        return slipToMend(form, request, path)
                .filter(last -> loosely(last.name()).equals(loosely(form.get(NAME))))
                .filter(last -> key(form.get(EMAIL)).isPresent());
    }

    /** The same for whoever says that they mend it: of another name too, and before the other address is one. */
    Optional<Slip> slipToMend(Form form, HttpRequest<?> request, String path) {
        return kept(request, path)
                .map(NextAnswer::slip)
                .filter(last -> !key(last.email()).equals(key(form.get(EMAIL))));
    }

    private static Optional<String> key(String email) {
        return EmailAddress.parse(email).map(EmailAddress::key);
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

    /** Whether what was answered and agreed is kept too. */
    boolean isWhole(HttpRequest<?> request, String path) {
        return kept(request, path).filter(said -> said.containsKey(WHOLE)).isPresent();
    }

    /** A form with what is kept of what was answered, where nothing else is said, and of what was agreed. */
    Form whole(Form form, HttpRequest<?> request, String path) {
        Form whole = Form.empty();
        form.names().stream()
                .filter(field -> !field.startsWith(ANSWERS) || isFilled(form, field))
                .forEach(field -> form.all(field).forEach(typed -> whole.with(field, typed)));
        kept(request, path).stream()
                .flatMap(said -> said.entrySet().stream())
                .filter(said -> said.getKey().equals(CONSENTS)
                        || (said.getKey().startsWith(ANSWERS) && !isFilled(form, said.getKey())))
                .forEach(said ->
                        Stream.of(said.getValue().split(BESIDES)).forEach(each -> whole.with(said.getKey(), each)));
        return whole;
    }

    private static boolean isFilled(Form form, String field) {
        return form.all(field).stream().anyMatch(typed -> !typed.isBlank());
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
                .filter(said -> !loosely(form.get(NAME)).equals(loosely(said.getOrDefault(NAME, ""))))
                .isPresent();
    }

    private Optional<Map<String, String>> forNext(HttpRequest<?> request, String path) {
        return kept(request, path).filter(said -> said.containsKey(MORE));
    }

    private Optional<Map<String, String>> kept(HttpRequest<?> request, String path) {
        return cookie.in(request, path);
    }
}
