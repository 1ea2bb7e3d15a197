package lv.kopa.registration.words.edit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.registration.words.Scope;

/** Finds whose words somebody may write: those of events they organise, and of organisations they own. */
@Singleton
class Desk {
    private final Events events;
    private final Organisations organisations;

    Desk(Events events, Organisations organisations) {
        this.events = events;
        this.organisations = organisations;
    }

    /**
     * What the words are for.
     *
     * @throws lv.kopa.event.UnknownEvent where it is an event, and none of theirs
     * @throws UnknownOrganisation where it is not, and none of theirs
     */
    Subject find(String what, String slug, Organiser organiser) {
        if (what.equals(Subject.EVENTS)) {
            EventDetails event = events.own(slug, organiser);
            return new Subject(Scope.of(event), event.organisation(), Optional.of(event), true);
        }
        Organisation organisation = Optional.of(what)
                .filter(Subject.ORGANISATIONS::equals)
                .flatMap(organisations -> this.organisations.find(slug))
                .filter(found -> organiser.owns(found.id()))
                .orElseThrow(UnknownOrganisation::new);
        List<EventDetails> own = events.of(List.of(organisation.id()));
        return new Subject(
                new Scope(organisation.id(), null), organisation, own.stream().findFirst(), false);
    }
}
