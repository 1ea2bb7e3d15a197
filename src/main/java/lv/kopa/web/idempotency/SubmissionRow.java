package lv.kopa.web.idempotency;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * What is kept of a submission: nothing that could be read without its key and body.
 *
 * @param answer empty while it is being worked on
 */
@MappedEntity("submission")
record SubmissionRow(
        @Id String hash, String fingerprint, String lease, Instant leasedUntil, Instant beganAt, byte[] answer) {

    boolean isAnswered() {
        return answer.length > 0;
    }
}
