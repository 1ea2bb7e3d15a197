package lv.kopa.organisation;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import lv.kopa.text.Language;

/** Somebody who signs in: a member of one team or of several. */
@MappedEntity("person")
public record Person(
        @Id @GeneratedValue long id,
        String name,
        String email,
        String passwordHash,
        Language language,
        Instant createdAt) {

    @Override
    public String toString() {
        return "person:" + id;
    }
}
