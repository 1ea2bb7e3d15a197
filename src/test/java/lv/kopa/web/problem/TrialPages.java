package lv.kopa.web.problem;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.nio.charset.StandardCharsets;
import lv.kopa.text.Refusal;
import lv.kopa.web.Form;
import lv.kopa.web.Pages;

/** Pages that fail. */
@Pages("/trials")
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "spec.name", value = "problems")
class TrialPages {
    @Get("/refusals/{kind}")
    byte[] refuse(@PathVariable Refusal.Kind kind) {
        throw new Trials.Refused(kind);
    }

    @Get("/fault")
    byte[] fail() {
        throw new IllegalStateException("SELECT secret FROM person");
    }

    @Post("/form")
    byte[] take(@Body Form form) {
        return form.get("name").getBytes(StandardCharsets.UTF_8);
    }
}
