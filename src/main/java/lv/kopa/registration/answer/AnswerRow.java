package lv.kopa.registration.answer;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One value of an answer, or all of a sensitive one.
 *
 * @param id given by the database, to many rows at once
 * @param fileId of the file that was given, which the row speaks of besides
 * @param given what was answered, where it is no choice and no secret
 * @param sealed all values of the answer to a sensitive question
 */
@MappedEntity("answer")
record AnswerRow(
        @Id @Nullable Long id,
        long registrationId,
        long questionId,
        @Nullable Long choiceId,
        @Nullable String given,
        @io.micronaut.core.annotation.Nullable byte @Nullable [] sealed, // Micronaut does not see the latter on arrays
        Instant answeredAt,
        @Nullable Long fileId) {}
