package lv.kopa.organisation.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** The cookie in which a browser carries that somebody is signed in. */
@Singleton
public class SignInCookie {
    private static final String NAME = "kopa-sign-in";

    private final Links links;

    SignInCookie(Links links) {
        this.links = links;
    }

    /** What a browser carries. */
    public static Optional<Token> of(HttpRequest<?> request) {
        return request.getCookies().findCookie(NAME).map(Cookie::getValue).map(Token::typed);
    }

    public Cookie carrying(Token token) {
        return cookie(token.secret()).maxAge(SignIns.LASTS);
    }

    Cookie gone() {
        return cookie("").maxAge(0);
    }

    private Cookie cookie(String value) {
        return Cookie.of(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(links.secure())
                .sameSite(SameSite.Lax);
    }
}
