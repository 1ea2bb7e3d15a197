package lv.kopa.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The token that a form of ours carries and a forged one cannot: the same random value in a cookie and in the form.
 * The cookie is set only once a page with a form asks for the token.
 */
public final class Csrf {
    /** The hidden field of every form. */
    public static final String FIELD = "_csrf";

    static final String COOKIE = "kopa-csrf";
    private static final String ATTRIBUTE = "kopa.csrf";

    private final String value;
    private final boolean known;
    private final AtomicBoolean used = new AtomicBoolean();
    private final AtomicBoolean doubtful = new AtomicBoolean();

    private Csrf(String value, boolean known) {
        this.value = value;
        this.known = known;
    }

    static Csrf of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Csrf.class).orElseGet(() -> {
            Csrf csrf = request.getCookies()
                    .findCookie(COOKIE)
                    .map(Cookie::getValue)
                    .filter(value -> !value.isBlank())
                    .map(value -> new Csrf(value, true))
                    .orElseGet(() -> new Csrf(Token.random().secret(), false));
            request.setAttribute(ATTRIBUTE, csrf);
            return csrf;
        });
    }

    /** That of a request whose answer or check needed one. */
    static Optional<Csrf> needed(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Csrf.class);
    }

    /** The value for a form. */
    public String value() {
        used.set(true);
        return value;
    }

    /**
     * Whether the form that was sent may not be ours, or is so old that its cookie is gone: only where an address answers
     * for itself, which has to show what was typed again and may not do what was asked.
     */
    public boolean isDoubtful() {
        return doubtful.get();
    }

    void doubt() {
        doubtful.set(true);
    }

    boolean known() {
        return known;
    }

    boolean mustBeSet() {
        return used.get() && !known;
    }

    boolean matches(String sent) {
        return known && Token.same(value, sent);
    }
}
