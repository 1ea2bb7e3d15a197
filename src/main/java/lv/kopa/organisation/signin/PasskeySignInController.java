package lv.kopa.organisation.signin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import lv.kopa.organisation.passkey.Asked;
import lv.kopa.organisation.passkey.Passkeys;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;

/** Where a browser signs somebody in by a passkey. A signature cannot be guessed, so it is their network alone that counts. */
@Pages(Doors.PASSKEY)
@Secured(SecurityRule.IS_ANONYMOUS)
class PasskeySignInController {
    private final SignIns signIns;
    private final Passkeys passkeys;
    private final Cookies cookies;
    private final SignInPages pages;
    private final Limits limits;

    PasskeySignInController(SignIns signIns, Passkeys passkeys, Cookies cookies, SignInPages pages, Limits limits) {
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.cookies = cookies;
        this.pages = pages;
        this.limits = limits;
    }

    /** What browsers carry while they are asked, and afterwards. */
    @Singleton
    record Cookies(SignInCookie signIn, PasskeyCookie asking) {}

    @Post("/challenge")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> ask(Network network) {
        limits.count(Limit.SIGN_IN_NETWORK, network);
        Asked asked = passkeys.ask();
        return HttpResponse.ok(asked.options()).cookie(cookies.asking().carrying(asked));
    }

    @Post
    HttpResponse<?> signIn(HttpRequest<?> request, Shell shell, @Body Form form, Network network, HttpHeaders headers) {
        limits.count(Limit.SIGN_IN_NETWORK, network);
        String browser = BrowserName.of(headers.get("User-Agent", String.class, ""));
        return PasskeyCookie.of(request)
                .flatMap(challenge -> signIns.signIn(challenge, form.get("credential"), browser))
                .<HttpResponse<?>>map(token -> Html.seeOther(Doors.onwards(form.get("to")))
                        .cookie(cookies.signIn().carrying(token))
                        .cookie(cookies.asking().gone()))
                .orElseGet(() -> Html.unprocessable(pages.of(shell.at(Doors.SIGN_IN), form, "sign-in.passkey.wrong")));
    }
}
