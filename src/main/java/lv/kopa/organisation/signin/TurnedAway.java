package lv.kopa.organisation.signin;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import lv.kopa.text.Sentence;
import lv.kopa.web.Html;
import lv.kopa.web.problem.Problems;

/** Those who are not let in: browsers are shown the sign-in page, programs are told what they lack. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class TurnedAway implements ExceptionHandler<AuthorizationException, HttpResponse<?>> {
    private final Problems problems;

    TurnedAway(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        if (refused.isForbidden()) {
            return problems.answer(request, HttpStatus.FORBIDDEN, Sentence.of("web.problem.403.detail"));
        }
        if (Doors.isForPrograms(request)) {
            return problems.answer(request, HttpStatus.UNAUTHORIZED, Sentence.of("sign-in.token-missing"))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        String back = request.getMethod() == HttpMethod.GET ? request.getUri().toString() : Doors.INSIDE;
        return Html.seeOther(Doors.signInFor(back));
    }
}
