package lv.kopa.registration.consent;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationSettled;
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
    private final Audit audit;

    Consents(ConsentRepository repository, Turning turning, Telling telling, Audit audit) {
        this.repository = repository;
        this.turning = turning;
        this.telling = telling;
        this.audit = audit;
    }

    /** All that was ever agreed to, the privacy text first, in the words of whoever spoke for the person. */
    public List<Agreement> of(Registration registration, Speaker speaker) {
        return repository.agreements(registration.id(), speaker.text().name());
    }

    /** Whether a person, whom others registered, may still agree to the privacy text with a word of their own. */
    public static boolean mayYetSpeak(Registration registration, Speaker speaker) {
        return speaker != Speaker.PERSON && registration.status().isLive();
    }

    /**
     * Gives what is wanted and withdraws what is not. The privacy text is not up for choice; but whom others registered
     * may agree to it themselves.
     *
     * @param read the version of the privacy text that was shown
     * @throws TextMoved if that is not today's
     * @throws RegistrationSettled if it was given up, so that there is nothing to agree to
     */
    public void choose(Registration known, Set<Purpose> wanted, String read) {
        Registration registration = turning.lock(known);
        Speaker speaker = Speaker.of(audit.of("registration", registration.id()));
        if (wanted.contains(Purpose.PRIVACY) && speaker != Speaker.PERSON) {
            speak(registration, speaker, read);
        }
        Set<Purpose> given = of(registration, speaker).stream()
                .filter(Agreement::stands)
                .map(Agreement::purpose)
                .collect(Collectors.toSet());
        Arrays.stream(Purpose.values())
                .filter(Purpose::isChosen)
                .filter(purpose -> wanted.contains(purpose) != given.contains(purpose))
                .forEach(purpose -> turn(registration, purpose, wanted.contains(purpose)));
    }

    private void speak(Registration registration, Speaker before, String read) {
        if (!mayYetSpeak(registration, before)) {
            throw new RegistrationSettled("registration.own.consent.ended");
        }
        if (!read.equals(Purpose.PRIVACY.textVersion())) {
            throw new TextMoved();
        }
        repository.agree(registration.id(), read, telling.now());
        telling.note(registration, GIVEN, Deed.PARTICIPANT, Purpose.PRIVACY.key());
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
