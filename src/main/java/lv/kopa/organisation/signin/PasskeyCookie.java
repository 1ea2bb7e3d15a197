package lv.kopa.organisation.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import lv.kopa.organisation.passkey.Asked;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** The cookie in which a browser keeps what it was asked to sign, so that it can answer for itself alone. */
@Singleton
public class PasskeyCookie {
    private static final String NAME = "kopa-passkey";
    private static final Duration LASTS = Duration.ofMinutes(10);

    private final Links links;

    PasskeyCookie(Links links) {
        this.links = links;
    }

    /** What a browser was asked. */
    public static Optional<Token> of(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).map(Token::typed);
    }

    public Cookie carrying(Asked asked) {
        return cookie(asked.challenge().secret()).maxAge(LASTS);
    }

    public Cookie gone() {
        return cookie("").maxAge(0);
    }

    private Cookie cookie(String value) {
        return Cookie.of(NAME, value)
                .path(Doors.INSIDE)
                .httpOnly(true)
                .secure(links.secure())
                .sameSite(SameSite.Strict);
    }
}
