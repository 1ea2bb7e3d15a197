package lv.kopa.registration.consent;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** What people agree to, as it is kept: known by its purpose, its version and its language together. */
@MappedEntity("consent_text")
record KeptText(@Id String purpose, String version, String language, String text) {
    /** What it is known by, as {@link ConsentTextRepository#known()} says it. */
    String name() {
        return String.join(" ", purpose, version, language);
    }
}
