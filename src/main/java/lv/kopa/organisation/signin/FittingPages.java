package lv.kopa.organisation.signin;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.organisation.Demand;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.text.Texts;
import lv.kopa.web.ReaderLanguage;

/**
 * Takes out of every page what its reader, who organises nowhere, may not follow or do. It asks the same {@link Demand}
 * that decides when they try, so that a page cannot promise what is refused.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class FittingPages {
    private static final Set<Role> ORGANISING = EnumSet.of(Role.OWNER, Role.ORGANISER);

    private final BeanProvider<Router> router;

    FittingPages(BeanProvider<Router> router) {
        this.router = router;
    }

    @ResponseFilter
    void fit(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Set<Role> roles = roles(request);
        if (!roles.isEmpty()
                && roles.stream().noneMatch(ORGANISING::contains)
                && response.body() instanceof byte[] page
                && isHtml(response)) {
            FittingPage fitting = new FittingPage(page, request.getPath(), new Permission(router.get(), roles));
            if (roles.equals(EnumSet.of(Role.AUDITOR)) && request.getPath().startsWith(Doors.INSIDE)) {
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

    private static Set<Role> roles(HttpRequest<?> request) {
        return request.getUserPrincipal(Authentication.class)
                .map(authentication -> authentication.getAttributes().get(OrganiserBinder.ATTRIBUTE))
                .map(Organiser.class::cast)
                .map(organiser -> organiser.memberships().stream()
                        .map(Membership::role)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))))
                .orElseGet(() -> EnumSet.noneOf(Role.class));
    }

    /** What roles allow at an address; what is no address of the workspace needs none. */
    private record Permission(Router router, Set<Role> roles) implements FittingPage.Permission {
        @Override
        public boolean allows(boolean looking, String path) {
            if (!path.startsWith(Doors.INSIDE) || path.equals(Doors.SIGN_OUT)) {
                return true;
            }
            return route(looking, path)
                    .map(route -> Demand.of(route.getAnnotationMetadata(), looking))
                    .map(demand -> roles.stream().anyMatch(demand::isMetBy))
                    .orElse(true);
        }

        private Optional<UriRouteMatch<Object, Object>> route(boolean looking, String path) {
            return looking
                    ? Optional.ofNullable(router.findClosest(HttpRequest.GET(path)))
                    : router.find(HttpMethod.POST, path, null).findFirst();
        }
    }
}
