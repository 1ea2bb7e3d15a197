package lv.kopa.organisation.signin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Personal;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import org.jspecify.annotations.Nullable;

@Pages("/organiser")
@Secured(SecurityRule.IS_ANONYMOUS)
class SignInController {
    private final SignIns signIns;
    private final SignInCookie cookie;
    private final SignInPages pages;
    private final Limits limits;

    SignInController(SignIns signIns, SignInCookie cookie, SignInPages pages, Limits limits) {
        this.signIns = signIns;
        this.cookie = cookie;
        this.pages = pages;
        this.limits = limits;
    }

    @Get("/sign-in")
    @Personal
    HttpResponse<?> show(Shell shell, @Nullable Organiser organiser, @QueryValue(defaultValue = "") String to) {
        if (organiser != null) {
            return Html.seeOther(Doors.onwards(to));
        }
        return Html.ok(pages.blank(shell, to));
    }

    @Post("/sign-in")
    HttpResponse<?> signIn(Shell shell, @Body Form form, Network network, HttpHeaders headers) {
        limits.count(Limit.SIGN_IN_NETWORK, network);
        limits.count(Limit.SIGN_IN, form.get("email"));
        String browser = BrowserName.of(headers.get("User-Agent", String.class, ""));
        Optional<Begun> begun = signIns.signIn(form.get("email"), form.get("password"), browser);
        if (begun.isEmpty()) {
            return Html.unprocessable(pages.of(shell, form, "sign-in.wrong"));
        }
        String to = Doors.onwards(form.get("to"));
        return Html.seeOther(begun.get().half() ? Doors.secondStep(to) : to)
                .cookie(cookie.carrying(begun.get().token()));
    }

    @Post("/sign-out")
    HttpResponse<?> signOut(HttpRequest<?> request) {
        SignInCookie.of(request).ifPresent(signIns::end);
        return Html.seeOther("/").cookie(cookie.gone());
    }
}
