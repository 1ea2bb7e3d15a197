package lv.kopa.registration.words;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was written once in the place of built-in words; where it has no text, a return to them.
 *
 * @param version the how manieth, from 1
 * @param actor who wrote it, as the audit has it
 */
@MappedEntity("own_words")
public record Version(
        @Id @GeneratedValue long id,
        long organisationId,
        @Nullable Long eventId,
        String occasion,
        String language,
        int version,
        @Nullable String subject,
        @Nullable String headline,
        @Nullable String text,
        String actor,
        Instant writtenAt) {

    public Optional<Words> words() {
        return Optional.ofNullable(text)
                .map(written -> new Words(
                        Objects.requireNonNullElse(subject, ""), Objects.requireNonNullElse(headline, ""), written));
    }
}
