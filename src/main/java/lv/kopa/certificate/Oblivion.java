package lv.kopa.certificate;

import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import lv.kopa.organisation.audit.Deed;

/** Hears that a person was erased, inside the transaction that does it. */
@Singleton
class Oblivion {
    private final Certificates certificates;

    Oblivion(Certificates certificates) {
        this.certificates = certificates;
    }

    @EventListener
    void done(Deed deed) {
        if (deed.subject().equals("registration") && deed.deed().equals("erased")) {
            certificates.forget(deed.subjectId());
        }
    }
}
