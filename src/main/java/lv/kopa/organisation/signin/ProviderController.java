package lv.kopa.organisation.signin;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.oidc.Errand;
import lv.kopa.organisation.oidc.Identities;
import lv.kopa.organisation.oidc.Identity;
import lv.kopa.organisation.oidc.NotIdentified;
import lv.kopa.organisation.oidc.NotIdentified.Because;
import lv.kopa.organisation.oidc.Provider;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Links;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to a provider of identities and back. */
@Pages(Doors.PROVIDER)
@Secured(SecurityRule.IS_ANONYMOUS)
class ProviderController {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderController.class);
    private static final String ERRAND = "kopa-errand";

    /** For so long a browser may be away. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final StaticTemplates pages = new StaticTemplates();
    private final Provider provider;
    private final Identities identities;
    private final SignIns signIns;
    private final Cookies cookies;
    private final Limits limits;

    ProviderController(Provider provider, Identities identities, SignIns signIns, Cookies cookies, Limits limits) {
        this.provider = provider;
        this.identities = identities;
        this.signIns = signIns;
        this.cookies = cookies;
        this.limits = limits;
    }

    /** What browsers carry on the way, and afterwards. */
    @Singleton
    record Cookies(SignInCookie signIn, Links links) {
        Cookie errand(String written, Duration life) {
            return Cookie.of(ERRAND, written)
                    .path(Doors.PROVIDER)
                    .httpOnly(true)
                    .secure(links.secure())
                    .sameSite(SameSite.Lax)
                    .maxAge(life);
        }

        Cookie noErrand() {
            return errand("", Duration.ZERO);
        }
    }

    @Get
    HttpResponse<?> leave(Shell shell, Network network, @QueryValue(defaultValue = "") String to) {
        if (!provider.isThere()) {
            return Html.seeOther(Doors.SIGN_IN);
        }
        limits.count(Limit.SIGN_IN_NETWORK, network);
        Errand errand = provider.errand(Doors.onwards(to));
        try {
            return HttpResponse.seeOther(provider.address(errand)).cookie(cookies.errand(errand.written(), PATIENCE));
        } catch (NotIdentified e) {
            return turnedAway(shell, e);
        }
    }

    @Get("/answer")
    HttpResponse<?> comeBack(HttpRequest<?> request, Shell shell, Network network, HttpHeaders headers) {
        if (!provider.isThere()) {
            return Html.seeOther(Doors.SIGN_IN);
        }
        limits.count(Limit.SIGN_IN_NETWORK, network);
        Optional<Errand> errand =
                request.getCookies().findCookie(ERRAND).map(Cookie::getValue).flatMap(Errand::read);
        if (errand.isEmpty()) {
            return turnedAway(shell, "unasked", HttpStatus.BAD_REQUEST);
        }
        try {
            Identity identity = provider.identify(errand.get(), request.getUri());
            return identities
                    .person(identity)
                    .<HttpResponse<?>>map(person -> in(person, errand.get(), headers))
                    .orElseGet(() -> turnedAway(shell, why(identity), HttpStatus.FORBIDDEN));
        } catch (NotIdentified e) {
            return turnedAway(shell, e);
        }
    }

    private String why(Identity identity) {
        if (identity.email() == null) {
            return "unverified";
        }
        return identities.isAnothers(identity) ? "another" : "unknown";
    }

    private HttpResponse<?> in(Person person, Errand errand, HttpHeaders headers) {
        Begun begun = signIns.enter(person, BrowserName.of(headers.get("User-Agent", String.class, "")));
        String to = Doors.onwards(errand.onwards());
        return Html.seeOther(begun.half() ? Doors.secondStep(to) : to)
                .cookie(cookies.signIn().carrying(begun.token()))
                .cookie(cookies.noErrand());
    }

    private HttpResponse<?> turnedAway(Shell shell, NotIdentified e) {
        if (e.because() == Because.UNREACHABLE) {
            LOG.warn("The provider of identities did not answer as it should: {}", e.said());
        }
        HttpStatus status =
                switch (e.because()) {
                    case REFUSED -> HttpStatus.FORBIDDEN;
                    case UNASKED -> HttpStatus.BAD_REQUEST;
                    case UNREACHABLE -> HttpStatus.BAD_GATEWAY;
                };
        return turnedAway(shell, e.because().name().toLowerCase(Locale.ROOT), status);
    }

    private HttpResponse<?> turnedAway(Shell shell, String why, HttpStatus status) {
        return Html.with(status, pages.organisationSigninTurnedAway(shell, provider.name(), why))
                .cookie(cookies.noErrand());
    }
}
