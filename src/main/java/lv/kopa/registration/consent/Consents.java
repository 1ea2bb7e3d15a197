package lv.kopa.registration.consent;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.wish.Purpose;

/** What people agree to, and that they may think otherwise at any time. */
@Singleton
@UnitOfWork
public class Consents {
    /** The deed of agreeing to something after registering; its detail says to what. */
    public static final String GIVEN = "consent-given";

    private final ConsentRepository repository;
    private final Turning turning;
    private final Telling telling;

    Consents(ConsentRepository repository, Turning turning, Telling telling) {
        this.repository = repository;
        this.turning = turning;
        this.telling = telling;
    }

    /** All that was ever agreed to, the privacy text first. */
    public List<Agreement> of(Registration registration) {
        return repository.agreements(registration.id());
    }

    /**
     * Gives what is wanted and withdraws what is not. The privacy text is not up for choice; but whom others registered
     * may agree to it themselves.
     */
    public void choose(Registration known, Set<Purpose> wanted) {
        Registration registration = turning.lock(known);
        if (wanted.contains(Purpose.PRIVACY)
                && repository.agree(registration.id(), Purpose.PRIVACY.textVersion(), telling.now()) > 0) {
            telling.note(registration, GIVEN, Deed.PARTICIPANT, Purpose.PRIVACY.key());
        }
        Set<Purpose> given = of(registration).stream()
                .filter(Agreement::stands)
                .map(Agreement::purpose)
                .collect(Collectors.toSet());
        Arrays.stream(Purpose.values())
                .filter(Purpose::isChosen)
                .filter(purpose -> wanted.contains(purpose) != given.contains(purpose))
                .forEach(purpose -> turn(registration, purpose, wanted.contains(purpose)));
    }

    private void turn(Registration registration, Purpose purpose, boolean agreed) {
        if (agreed) {
            repository.agree(registration.id(), purpose.name(), purpose.textVersion(), telling.now());
        } else {
            repository.disagree(registration.id(), purpose.name(), telling.now());
        }
        String deed = agreed ? GIVEN : "consent-withdrawn";
        telling.note(registration, deed, Deed.PARTICIPANT, purpose.key());
    }
}
