package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Change;
import lv.kopa.organisation.audit.Deed;
import org.jspecify.annotations.Nullable;

/** Keeps what happens to registrations, with who and when. */
@Singleton
class Chronicle {
    private final Audit audit;
    private final Clock clock;

    Chronicle(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Now, as finely as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void tell(Registration registration, String deed, String actor) {
        tell(List.of(registration), deed, actor);
    }

    void tell(Registration registration, String deed, String actor, @Nullable String detail) {
        audit.record(new Deed(actor, "registration", registration.id(), deed, detail));
    }

    /** The same with what was before and after. */
    void tell(Registration registration, String deed, String actor, @Nullable String detail, List<Change> changes) {
        audit.record(new Deed(actor, "registration", registration.id(), deed, detail).with(changes));
    }

    void forgetChanges(Registration registration) {
        audit.forgetChanges("registration", registration.id());
    }

    void forgetDetails(Registration registration, String deed) {
        audit.forgetDetails("registration", registration.id(), deed);
    }

    void tell(List<Registration> registrations, String deed, String actor) {
        audit.record(registrations.stream()
                .map(registration -> new Deed(actor, "registration", registration.id(), deed))
                .toList());
    }
}
