package lv.kopa.organisation.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;

/** Where whoever has a second factor shows a code after the password. */
@Pages(Doors.SECOND_STEP)
@Secured(SecurityRule.IS_ANONYMOUS)
class SecondStepController {
    private final StaticTemplates pages = new StaticTemplates();
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final Limits limits;

    SecondStepController(SignIns signIns, SignInCookie cookie, Limits limits) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.limits = limits;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, Shell shell, @QueryValue(defaultValue = "") String to) {
        return SignInCookie.of(request).flatMap(signIns::halfIn).isPresent()
                ? Html.ok(pages.organisationSigninCode(shell, Form.empty().with("to", to), false))
                : Html.seeOther(Doors.SIGN_IN);
    }

    @Post
    HttpResponse<?> complete(HttpRequest<?> request, Shell shell, @Body Form form) {
        Optional<Token> half = SignInCookie.of(request);
        Optional<Long> person = half.flatMap(signIns::halfIn);
        if (person.isEmpty()) {
            return Html.seeOther(Doors.SIGN_IN);
        }
        limits.count(Limit.SECOND_STEP, "person:" + person.get());
        return half.flatMap(token -> signIns.complete(token, form.get("code")))
                .<HttpResponse<?>>map(
                        token -> Html.seeOther(Doors.onwards(form.get("to"))).cookie(cookie.carrying(token)))
                .orElseGet(() -> Html.unprocessable(pages.organisationSigninCode(shell, form, true)));
    }
}
