package lv.kopa.registration.api;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import lv.kopa.web.Token;

@Singleton
class PersonalTokenBinder implements TypedRequestArgumentBinder<PersonalToken> {
    private static final Argument<PersonalToken> TOKEN = Argument.of(PersonalToken.class);
    private static final String BEARER = "bearer ";

    @Override
    public BindingResult<PersonalToken> bind(ArgumentConversionContext<PersonalToken> context, HttpRequest<?> request) {
        Optional<Token> secret = Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()))
                .or(() -> request.getParameters().getFirst("token"))
                .map(Token::typed);
        return () -> Optional.of(new PersonalToken(secret));
    }

    @Override
    public Argument<PersonalToken> argumentType() {
        return TOKEN;
    }
}
