package lv.kopa.registration.consent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/**
 * What people agree to, as it is kept: known by its purpose, its version and its language together.
 *
 * @param keptAt since when it stands
 */
@MappedEntity("consent_text")
record KeptText(@Id String purpose, String version, String language, String text, Instant keptAt) {
    /** What it is known by, as {@link ConsentTextRepository#known()} says it. */
    String name() {
        return String.join(" ", purpose, version, language);
    }
}
