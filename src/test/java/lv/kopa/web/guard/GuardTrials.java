package lv.kopa.web.guard;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import lv.kopa.web.Html;

/** Something at each kind of address. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "spec.name", value = "guard")
class GuardTrials {
    private final Limits limits;

    GuardTrials(Limits limits) {
        this.limits = limits;
    }

    @Get(
            uris = {"/r/secret", "/my/secret", "/setup/secret", "/organiser/trial", "/trial"},
            produces = "text/html")
    HttpResponse<String> page() {
        return HttpResponse.ok("<p>page</p>").contentType(Html.TYPE);
    }

    @Get("/trial.ics")
    HttpResponse<String> feed() {
        return HttpResponse.ok("feed").header("Cache-Control", "public, max-age=900");
    }

    @Get("/api/v1/limited")
    String limited(Network network) {
        limits.count(Limit.LINKS, network);
        return network.name();
    }

    @Post("/api/v1/echo")
    Map<String, Object> echo(@Body Map<String, Object> body) {
        return body;
    }
}
