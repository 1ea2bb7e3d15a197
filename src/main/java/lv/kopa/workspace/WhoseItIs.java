package lv.kopa.workspace;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.event.Event;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.signin.Belonging;
import lv.kopa.project.Projects;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;

/** Knows whose events, registrations and projects are. */
@Singleton
class WhoseItIs implements Belonging {
    private static final Pattern NAMED = Pattern.compile("(?:/organiser|/api/v1|(?=/events/))"
            + "/(events|projects|organisations|registrations|check-in|sessions)/([A-Za-z0-9-]+)(?:[/.].*)?");

    private final Events events;
    private final Projects projects;
    private final Organisations organisations;
    private final Registrations registrations;

    WhoseItIs(Events events, Projects projects, Organisations organisations, Registrations registrations) {
        this.events = events;
        this.projects = projects;
        this.organisations = organisations;
        this.registrations = registrations;
    }

    @Override
    public Optional<Owner> of(String path) {
        Matcher named = NAMED.matcher(path);
        return named.matches() ? of(named.group(1), named.group(2)) : Optional.empty();
    }

    private Optional<Owner> of(String kind, String name) {
        return switch (kind) {
            case "events" -> events.row(name).map(WhoseItIs::owner);
            case "projects" -> projects.find(name).map(project -> new Owner(project.organisationId(), null));
            case "organisations" -> organisations.find(name).map(organisation -> new Owner(organisation.id(), null));
            case "sessions" -> ofSession(name);
            default -> ofRegistration(name);
        };
    }

    private static Owner owner(Event event) {
        return new Owner(event.organisationId(), event.id());
    }

    private Optional<Owner> ofSession(String id) {
        return id.matches("\\d{1,18}")
                ? events.session(Long.parseLong(id)).map(Session::eventId).flatMap(this::ofEvent)
                : Optional.empty();
    }

    private Optional<Owner> ofRegistration(String reference) {
        try {
            return ofEvent(registrations.byReference(reference).eventId());
        } catch (UnknownRegistration none) {
            return Optional.empty();
        }
    }

    private Optional<Owner> ofEvent(long id) {
        return events.row(id).map(WhoseItIs::owner);
    }
}
