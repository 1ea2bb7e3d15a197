package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;

/** Finds registrations for those who may know of them: an event's organisers, and the person by their token. */
@Singleton
class Entitled {
    private final Registrations registrations;
    private final Events events;

    Entitled(Registrations registrations, Events events) {
        this.registrations = registrations;
        this.events = events;
    }

    /**
     * @throws UnknownRegistration for everybody else, whether there is one or not
     */
    Registration organiser(String reference, Organiser organiser) {
        Registration registration = registrations.byReference(reference);
        if (!organiser.mayOrganise(events.get(registration.eventId()).event().organisationId())) {
            throw new UnknownRegistration();
        }
        return registration;
    }

    /**
     * @throws UnknownRegistration for everybody else, whether there is one or not
     */
    Registration person(String reference, PersonalToken token) {
        return token.secret()
                .map(registrations::byLink)
                .filter(own -> own.reference().equals(Reference.typed(reference)))
                .orElseThrow(UnknownRegistration::new);
    }

    /**
     * @throws UnknownRegistration for everybody else, whether there is one or not
     */
    Registration either(String reference, Optional<Organiser> organiser, PersonalToken token) {
        return organiser.map(known -> organiser(reference, known)).orElseGet(() -> person(reference, token));
    }
}
