package lv.kopa.organisation;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives controllers the {@link Organiser} who asks; nobody where a page is for strangers too. */
@Singleton
public class OrganiserBinder implements TypedRequestArgumentBinder<Organiser> {
    /** The attribute of an {@link Authentication} that holds the organiser. */
    public static final String ATTRIBUTE = "organiser";

    private static final Argument<Organiser> ORGANISER = Argument.of(Organiser.class);

    OrganiserBinder() {}

    @Override
    public BindingResult<Organiser> bind(ArgumentConversionContext<Organiser> context, HttpRequest<?> request) {
        Optional<Organiser> organiser = request.getUserPrincipal(Authentication.class)
                .map(authentication -> authentication.getAttributes().get(ATTRIBUTE))
                .map(Organiser.class::cast);
        return () -> organiser;
    }

    @Override
    public Argument<Organiser> argumentType() {
        return ORGANISER;
    }
}
