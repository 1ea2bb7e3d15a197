package lv.kopa.organisation.signin;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.organisation.Demand;
import lv.kopa.organisation.Organiser;

/**
 * Gives controllers the {@link Organiser} who asks, as far as their roles are enough for the request; nobody where a
 * page is for strangers too.
 */
@Singleton
public class OrganiserBinder implements TypedRequestArgumentBinder<Organiser> {
    /** The attribute of an {@link Authentication} that holds the organiser. */
    public static final String ATTRIBUTE = "organiser";

    private static final Argument<Organiser> ORGANISER = Argument.of(Organiser.class);

    OrganiserBinder() {}

    @Override
    public BindingResult<Organiser> bind(ArgumentConversionContext<Organiser> context, HttpRequest<?> request) {
        RouteMatch<?> route = RouteAttributes.getRouteMatch(request).orElseThrow();
        Demand demand = Demand.of(route.getAnnotationMetadata(), looks(request));
        Optional<Organiser> organiser = request.getUserPrincipal(Authentication.class)
                .map(authentication -> authentication.getAttributes().get(ATTRIBUTE))
                .map(Organiser.class::cast);
        if (route.getVariableValues().isEmpty()) {
            organiser.ifPresent(known -> known.requireAny(demand));
        }
        return () -> organiser.map(known -> known.meeting(demand));
    }

    @Override
    public Argument<Organiser> argumentType() {
        return ORGANISER;
    }

    /** Whether a request changes nothing. */
    public static boolean looks(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    }
}
