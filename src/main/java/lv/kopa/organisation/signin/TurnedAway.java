package lv.kopa.organisation.signin;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.util.Map;
import lv.kopa.web.Html;

/** Those who are not let in: browsers are shown the sign-in page, programs are told what they lack. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class TurnedAway implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
    @Override
    public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refused) {
        if (Doors.isForPrograms(request)) {
            return refused.isForbidden()
                    ? problem(HttpStatus.FORBIDDEN, "This token does not allow it.")
                    : problem(HttpStatus.UNAUTHORIZED, "Send a token: Authorization: Bearer …")
                            .header("WWW-Authenticate", "Bearer");
        }
        if (refused.isForbidden()) {
            return HttpResponse.notFound();
        }
        String back = request.getMethod() == HttpMethod.GET ? request.getUri().toString() : Doors.INSIDE;
        return Html.seeOther(Doors.signInFor(back));
    }

    private static MutableHttpResponse<?> problem(HttpStatus status, String detail) {
        return HttpResponse.status(status)
                .contentType("application/problem+json")
                .body(Map.of(
                        "type",
                        "about:blank",
                        "title",
                        status.getReason(),
                        "status",
                        status.getCode(),
                        "detail",
                        detail));
    }
}
