package lv.kopa.registration.api;

import jakarta.inject.Singleton;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Reference;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.attendees.Attendees;
import org.jspecify.annotations.Nullable;

/** Finds registrations for those who may know of them: an event's organisers, and the person by their token. */
@Singleton
class Entitled {
    private final Registrations registrations;
    private final Attendees attendees;

    Entitled(Registrations registrations, Attendees attendees) {
        this.registrations = registrations;
        this.attendees = attendees;
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
    Registration either(String reference, @Nullable Organiser organiser, PersonalToken token) {
        return organiser == null ? person(reference, token) : attendees.own(reference, organiser);
    }
}
