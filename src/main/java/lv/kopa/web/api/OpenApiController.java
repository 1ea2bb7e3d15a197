package lv.kopa.web.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import lv.kopa.web.Links;

/** Serves the description of the API, which the compiler writes from the controllers. */
@Hidden
@Controller("/api/openapi.yml")
@Secured(SecurityRule.IS_ANONYMOUS)
class OpenApiController {
    private static final String RESOURCE = "/META-INF/swagger/kopa.yml";
    private static final String HERE = "https://kopa.invalid";

    private final String description;

    OpenApiController(Links links) {
        this.description = read().replace(HERE, links.to(""));
    }

    @Get
    @Produces("application/yaml")
    HttpResponse<String> describe() {
        return HttpResponse.ok(description).header("Cache-Control", "public, max-age=3600");
    }

    private static String read() {
        try (InputStream file = OpenApiController.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + RESOURCE);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
