package lv.kopa.web.problem;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Refusal;
import lv.kopa.text.Sentence;
import lv.kopa.web.Api;
import org.jspecify.annotations.Nullable;

/** An API that fails in every way an API can. */
@Controller("/api/v1/trials")
@Api
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "spec.name", value = "problems")
class Trials {
    enum Sort {
        TRAINING,
        STUDY_VISIT
    }

    @Serdeable
    record Session(@NotBlank String start, @Nullable Integer places) {}

    @Serdeable
    record Input(
            @NotBlank String name,
            @Nullable Sort kind,
            @Nullable Boolean open,
            @Nullable List<@Valid Session> sessions,
            @Nullable Map<String, Integer> answers) {}

    @Post
    Input take(@Body Input input) {
        return input;
    }

    @Post("/valid")
    Input takeValid(@Valid @Body Input input) {
        return input;
    }

    @Get("/refusals/{kind}")
    String refuse(@PathVariable Refusal.Kind kind) {
        throw new Refused(kind);
    }

    @Get("/invalid")
    String refuseFields() {
        Map<String, Sentence> faults = new LinkedHashMap<>();
        faults.put("sessions[0].end", Sentence.of("web.invalid.missing"));
        faults.put("email", Sentence.of("web.invalid.email"));
        throw new InvalidInput(faults);
    }

    @Get("/number")
    int number(@QueryValue int number) {
        return number;
    }

    @Get("/fault")
    String fail() {
        throw new IllegalStateException("SELECT secret FROM person", new SQLException("anna@example.org"));
    }

    static final class Refused extends Refusal {
        private static final long serialVersionUID = 1L;
        private final Kind kind;

        Refused(Kind kind) {
            super("web.foot");
            this.kind = kind;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return kind == Kind.TOO_OFTEN ? Optional.of(Duration.ofSeconds(7)) : Optional.empty();
        }
    }
}
