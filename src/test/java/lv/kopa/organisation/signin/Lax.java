package lv.kopa.organisation.signin;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.organisation.Organiser;

/** Gives controllers whoever asks, and where a test says so without a look at what their roles are enough for. */
@Singleton
@Replaces(OrganiserBinder.class)
@Requires(property = "spec.name", value = "RolesTest")
public class Lax extends OrganiserBinder {
    private static volatile boolean lax;

    public static void isLax(boolean from) {
        lax = from;
    }

    @Override
    public BindingResult<Organiser> bind(ArgumentConversionContext<Organiser> context, HttpRequest<?> request) {
        if (!lax) {
            return super.bind(context, request);
        }
        Optional<Organiser> known = request.getUserPrincipal(Authentication.class)
                .map(authentication ->
                        (Organiser) authentication.getAttributes().get(ATTRIBUTE));
        return () -> known;
    }
}
