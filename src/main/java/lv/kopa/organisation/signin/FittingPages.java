package lv.kopa.organisation.signin;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.Router;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.text.Texts;
import lv.kopa.web.ReaderLanguage;

/**
 * Takes out of every page what its reader may not follow or do, who is no organiser in some of their teams, or in single
 * events alone. It asks the same {@link lv.kopa.organisation.Demand} that decides when they try, so that a page cannot
 * promise what is refused.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class FittingPages {
    private static final Set<Role> ORGANISING = EnumSet.of(Role.OWNER, Role.ORGANISER);
    private final BeanProvider<Router> router;
    private final BeanProvider<Belonging> belonging;

    FittingPages(BeanProvider<Router> router, BeanProvider<Belonging> belonging) {
        this.router = router;
        this.belonging = belonging;
    }

    @ResponseFilter
    void fit(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Optional<Organiser> reader = reader(request).filter(FittingPages::isNoOrganiserSomewhere);
        if (reader.isPresent() && response.body() instanceof byte[] page && isHtml(response)) {
            Allowance allowance = new Allowance(router.get(), belonging.get(), reader.get());
            FittingPage fitting = new FittingPage(page, request.getPath(), allowance);
            if (request.getPath().startsWith(Doors.INSIDE)
                    && allowance.roles(request.getPath()).equals(EnumSet.of(Role.AUDITOR))) {
                fitting.say(Texts.in(ReaderLanguage.of(request)).get("role.looks-only"));
            }
            response.body(fitting.bytes());
        }
    }

    private static boolean isHtml(MutableHttpResponse<?> response) {
        return response.getContentType()
                .filter(type -> type.matches(MediaType.TEXT_HTML_TYPE))
                .isPresent();
    }

    private static Optional<Organiser> reader(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class)
                .map(authentication -> authentication.getAttributes().get(OrganiserBinder.ATTRIBUTE))
                .map(Organiser.class::cast);
    }

    private static boolean isNoOrganiserSomewhere(Organiser reader) {
        return !reader.events().isEmpty()
                || reader.memberships().stream().anyMatch(team -> !ORGANISING.contains(team.role()));
    }
}
