package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.project.UnknownProject;
import lv.kopa.text.Translated;

/** Finds the organisation, the project and the kind of place a feed is about. */
@Singleton
class Subjects {
    private final Organisations organisations;
    private final Projects projects;
    private final Events events;

    Subjects(Organisations organisations, Projects projects, Events events) {
        this.organisations = organisations;
        this.projects = projects;
        this.events = events;
    }

    /**
     * What a feed is about.
     *
     * @param organisation named, or the one that carries the project out
     * @param category what the kind of place is called, where there are such to come
     * @param isComplete whether the organisation and the project are known where they are named
     */
    record Subject(
            Optional<Organisation> organisation,
            Optional<Project> project,
            Optional<Translated> category,
            boolean isComplete) {}

    /**
     * A filter that names nothing we know leaves an empty feed; a page that is not there has none.
     *
     * @throws UnknownOrganisation where the organisation's page is asked for
     * @throws UnknownProject where the project's page is asked for
     */
    Subject of(FeedKey key) {
        Optional<Project> project = Optional.ofNullable(key.filter().project()).flatMap(projects::find);
        Optional<Organisation> organisation =
                Optional.ofNullable(key.filter().organisation()).flatMap(organisations::find);
        if (key.scope() == FeedKey.Scope.PROJECT && project.isEmpty()) {
            throw new UnknownProject();
        }
        if (key.scope() == FeedKey.Scope.ORGANISATION && organisation.isEmpty()) {
            throw new UnknownOrganisation();
        }
        return new Subject(
                organisation.or(() -> project.flatMap(found -> organisations.find(found.organisationId()))),
                project,
                Optional.ofNullable(key.filter().category())
                        .flatMap(kind -> Optional.ofNullable(events.categories().get(kind))),
                organisation.isPresent() == (key.filter().organisation() != null)
                        && project.isPresent() == (key.filter().project() != null));
    }
}
