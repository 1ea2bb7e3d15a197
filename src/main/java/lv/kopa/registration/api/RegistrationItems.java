package lv.kopa.registration.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.web.Links;

/** Tells programs about registrations. */
@Singleton
class RegistrationItems {
    private final Registrations registrations;
    private final Events events;
    private final Links links;

    RegistrationItems(Registrations registrations, Events events, Links links) {
        this.registrations = registrations;
        this.events = events;
        this.links = links;
    }

    RegistrationItem item(Registration registration) {
        return item(registration, events.get(registration.eventId()), registrations.position(registration));
    }

    RegistrationItem item(Registration registration, EventDetails event, Optional<Integer> position) {
        String root = "/api/v1/events/" + event.event().slug();
        return new RegistrationItem(
                registration.reference(),
                registration.status(),
                position.orElse(null),
                event.event().slug(),
                event.categoryOf(registration.categoryId())
                        .map(Category::categoryKey)
                        .orElse(null),
                registration.name(),
                registration.email(),
                registration.phone(),
                registration.organisation(),
                registration.language(),
                sessions(registration, event),
                registration.reason(),
                registration.registeredAt(),
                registration.changedAt(),
                new RegistrationItem.Links(
                        links.to("/api/v1/registrations/" + registration.reference()), links.to(root)));
    }

    private List<Long> sessions(Registration registration, EventDetails event) {
        return event.sessions().stream().anyMatch(Session::isChosen)
                ? registrations.chosenSessions(registration)
                : List.of();
    }
}
