package lv.kopa.web.idempotency;

import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * The one execution of a submission that is under way.
 *
 * @param lease a random word that tells this execution from one that took over from it
 */
record Attempt(Submission submission, Seal seal, String lease) {
    private static final String ATTRIBUTE = "kopa.attempt";

    static Optional<Attempt> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Attempt.class);
    }

    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
