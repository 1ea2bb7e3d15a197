package lv.kopa.workspace;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.signin.Belonging;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;

/** Knows whose events, registrations and projects are. */
@Singleton
class WhoseItIs implements Belonging {
    private static final Pattern NAMED = Pattern.compile(
            "/organiser/(events|projects|organisations|registrations|check-in)/([A-Za-z0-9-]+)(?:[/.].*)?");

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
    public Optional<Long> of(String path) {
        Matcher named = NAMED.matcher(path);
        return named.matches() ? of(named.group(1), named.group(2)) : Optional.empty();
    }

    private Optional<Long> of(String kind, String name) {
        return switch (kind) {
            case "events" -> events.find(name).map(event -> event.event().organisationId());
            case "projects" -> projects.find(name).map(Project::organisationId);
            case "organisations" -> organisations.find(name).map(Organisation::id);
            default -> ofRegistration(name);
        };
    }

    private Optional<Long> ofRegistration(String reference) {
        try {
            long event = registrations.byReference(reference).eventId();
            return Optional.of(events.get(event).event().organisationId());
        } catch (UnknownRegistration none) {
            return Optional.empty();
        }
    }
}
