package lv.kopa.web.idempotency;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Api;
import org.jspecify.annotations.Nullable;

/** Counts how often it really does something. */
@Controller("/api/v1/once")
@Api
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "spec.name", value = "once")
class Trials {
    final AtomicInteger done = new AtomicInteger();

    @Serdeable
    record Input(String name) {}

    @Serdeable
    record Output(String name, int number, String secret, Optional<String> submission) {}

    @Post
    HttpResponse<Output> create(@Body Input input, @Nullable Submission submission) throws InterruptedException {
        if (input.name().equals("slow")) {
            Thread.sleep(500);
        }
        int number = done.incrementAndGet();
        Output output = new Output(
                input.name(),
                number,
                "link-of-anna",
                Optional.ofNullable(submission).map(Submission::hash));
        return HttpResponse.created(output, URI.create("/made/" + number)).header("ETag", "\"1\"");
    }

    @Post("/elsewhere")
    int createElsewhere(@Body Input input) {
        return done.incrementAndGet();
    }

    @Post("/empty")
    HttpResponse<?> createNothing() {
        done.incrementAndGet();
        return HttpResponse.noContent();
    }

    @Post("/refused")
    HttpResponse<?> refuse() {
        throw new InvalidInput("number" + done.incrementAndGet(), "web.invalid.value");
    }

    @Post("/broken")
    HttpResponse<?> fail() {
        throw new IllegalStateException("broken " + done.incrementAndGet());
    }

    @Get
    int count() {
        return done.incrementAndGet();
    }
}
