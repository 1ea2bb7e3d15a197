package lv.kopa.registration;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Locale;
import java.util.Optional;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/**
 * The token of a person's own page, as a program brings it.
 *
 * @param authorization `Bearer` and the token
 * @param token for programs that cannot send headers; the end of `links.manage`
 */
@Introspected
record PersonalToken(
        @Parameter(hidden = true) @Header(HttpHeaders.AUTHORIZATION) @Nullable
        String authorization,

        @QueryValue @Nullable String token) {
    private static final String BEARER = "bearer ";

    Optional<Token> secret() {
        return Optional.ofNullable(authorization)
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .or(() -> Optional.ofNullable(token))
                .map(Token::typed);
    }

    @Override
    public String toString() {
        return "PersonalToken";
    }
}
