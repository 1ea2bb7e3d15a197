package lv.kopa.web.idempotency;

import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.guard.BodyLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a POST with an Idempotency-Key asks for once, and answers every repetition as it answered the first. */
@ServerFilter("/api/**")
class OnceFilter implements Ordered, ConditionalFilter {
    private static final Logger LOG = LoggerFactory.getLogger(OnceFilter.class);
    private static final Pattern FIT = Pattern.compile("[!-~]{1,255}");

    private final Submissions submissions;
    private final JsonMapper json;

    OnceFilter(Submissions submissions, JsonMapper json) {
        this.submissions = submissions;
        this.json = json;
    }

    @Override
    public boolean isEnabled(HttpRequest<?> request) {
        return request.getMethod() == HttpMethod.POST && request.getHeaders().contains(Once.KEY);
    }

    /** After everything that may refuse the caller, so that no key is spent on that. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.LAST.after();
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    Optional<HttpResponse<?>> begin(HttpRequest<?> request) {
        String key = Optional.ofNullable(request.getHeaders().get(Once.KEY))
                .orElse("")
                .strip();
        if (!FIT.matcher(key).matches()) {
            throw new InvalidInput(Once.KEY, "web.invalid.value");
        }
        String caller =
                Optional.ofNullable(request.getHeaders().get("Authorization")).orElse("");
        Submission submission = Submission.of(key, caller, request.getUri().toString());
        Seal seal = Seal.of(submission, key, BodyLimits.bodyOf(request));
        Submissions.Beginning beginning = submissions.begin(submission, seal);
        beginning.attempt().ifPresent(attempt -> attempt.attachTo(request));
        return beginning.given().map(Answer::again);
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        Attempt.of(request).ifPresent(attempt -> keep(attempt, response));
    }

    /** What was done is done: where its answer cannot be kept, it is still given. */
    private void keep(Attempt attempt, MutableHttpResponse<?> response) {
        try {
            if (Answer.isFinal(response)) {
                submissions.finish(attempt, Answer.of(response, encode(response)));
            } else {
                submissions.giveUp(attempt);
            }
        } catch (RuntimeException unkept) {
            LOG.warn("An answer could not be kept for its repetition", unkept);
        }
    }

    /** Turns the body into the bytes that will go out now and be given again later. */
    private byte[] encode(MutableHttpResponse<?> response) {
        Object body = response.body();
        if (body == null) {
            return new byte[0];
        }
        byte[] bytes = bytes(body);
        if (response.getContentType().isEmpty()) {
            response.contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        response.body(bytes);
        return bytes;
    }

    private byte[] bytes(Object body) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof CharSequence text) {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return json.writeValueAsBytes(Argument.ofInstance(body), body);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
