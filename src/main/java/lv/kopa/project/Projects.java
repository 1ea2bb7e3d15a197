package lv.kopa.project;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.ChangedMeanwhile;
import lv.kopa.organisation.Logo;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.SlugTaken;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Change;
import lv.kopa.organisation.audit.Changes;
import lv.kopa.organisation.audit.Deed;

/** The grants that pay for events, and their activities. */
@Singleton
public class Projects {
    private static final String SUBJECT = "project";

    private final ProjectRepository projects;
    private final ActivityRepository activities;
    private final Audit audit;
    private final Clock clock;

    Projects(ProjectRepository projects, ActivityRepository activities, Audit audit, Clock clock) {
        this.projects = projects;
        this.activities = activities;
        this.audit = audit;
        this.clock = clock;
    }

    public Optional<Project> find(String slug) {
        return projects.findBySlug(slug);
    }

    /**
     * One that must be there.
     *
     * @throws UnknownProject where it is not
     */
    public Project get(String slug) {
        return find(slug).orElseThrow(UnknownProject::new);
    }

    /**
     * One that is this organiser's business.
     *
     * @throws UnknownProject where it is not, or is not there at all
     */
    public Project organisedBy(Organiser organiser, String slug) {
        return find(slug)
                .filter(project -> organiser.mayOrganise(project.organisationId()))
                .orElseThrow(UnknownProject::new);
    }

    /** All of them, the latest first. */
    public List<Project> all() {
        return projects.all();
    }

    /** Those of some organisations, the latest first. */
    public List<Project> of(Collection<Long> organisationIds) {
        return organisationIds.isEmpty() ? List.of() : projects.ofOrganisations(organisationIds);
    }

    /** The plan of a project by number. */
    public List<Activity> activities(long projectId) {
        return activities.ofProject(projectId);
    }

    /** The activity that programs and forms call `kapitals/4`. */
    public Optional<Activity> activity(String slugAndNumber) {
        int slash = slugAndNumber.indexOf('/');
        return slash < 0
                ? Optional.empty()
                : activities.find(slugAndNumber.substring(0, slash), slugAndNumber.substring(slash + 1));
    }

    public Optional<Acknowledgement> acknowledgement(long activityId) {
        return Optional.ofNullable(acknowledgements(List.of(activityId)).get(activityId));
    }

    /** Who pays, by the id of the activity. */
    public Map<Long, Acknowledgement> acknowledgements(Collection<Long> activityIds) {
        if (activityIds.isEmpty()) {
            return Map.of();
        }
        List<Activity> found = activities.findByIdIn(activityIds);
        Map<Long, Project> byId =
                projects.findByIdIn(found.stream().map(Activity::projectId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Project::id, Function.identity()));
        Map<Long, Acknowledgement> acknowledgements = new HashMap<>();
        for (Activity activity : found) {
            Project project = byId.get(activity.projectId());
            if (project != null) {
                acknowledgements.put(activity.id(), Acknowledgement.of(project, activity));
            }
        }
        return acknowledgements;
    }

    /**
     * Takes a new one in, with its plan.
     *
     * @throws SlugTaken where another project has the same short name
     */
    @UnitOfWork
    public Project create(long organisationId, ProjectPlan plan, String actor) {
        if (projects.existsBySlug(plan.slug())) {
            throw new SlugTaken();
        }
        Project created = projects.save(Project.begun(organisationId, plan, clock.instant()));
        plan.activities().forEach(item -> activities.save(item.in(created.id())));
        audit.record(new Deed(actor, SUBJECT, created.id(), "created"));
        return created;
    }

    /**
     * Changes a project and its plan.
     *
     * @param version of the project as the change was made to
     * @throws ChangedMeanwhile where it has another version by now
     * @throws ActivityInUse where an activity is left out for which events count
     */
    @UnitOfWork
    public void change(long id, int version, ProjectPlan plan, String actor) {
        Optional<Project> before = projects.findById(id);
        int changed = projects.change(
                id,
                version,
                plan.number(),
                plan.title(),
                plan.description(),
                plan.funder(),
                plan.acknowledgement(),
                plan.startsOn(),
                plan.endsOn());
        if (changed == 0) {
            throw new ChangedMeanwhile();
        }
        changeActivities(id, plan.activities());
        List<Change> changes = before.flatMap(
                        was -> projects.findById(id).map(is -> Changes.between(was, is, Set.of("version"))))
                .orElse(List.of());
        audit.record(new Deed(actor, SUBJECT, id, "changed").with(changes));
    }

    public Optional<Logo> logo(String slug) {
        return projects.logo(slug);
    }

    @UnitOfWork
    public void keepLogo(long id, Logo logo, String actor) {
        projects.keepLogo(id, logo.content(), logo.type());
        audit.record(new Deed(actor, SUBJECT, id, "logo-changed"));
    }

    @UnitOfWork
    public void removeLogo(long id, String actor) {
        projects.removeLogo(id);
        audit.record(new Deed(actor, SUBJECT, id, "logo-removed"));
    }

    private void changeActivities(long projectId, List<ProjectPlan.Item> items) {
        for (Activity activity : activities.ofProject(projectId)) {
            if (items.stream().noneMatch(item -> item.id() == activity.id())) {
                remove(activity);
            }
        }
        activities.freeNumbers(projectId);
        for (ProjectPlan.Item item : items) {
            int known = activities.change(item.id(), projectId, item.number(), item.title(), item.targetParticipants());
            if (known == 0) {
                activities.save(item.in(projectId));
            }
        }
    }

    private void remove(Activity activity) {
        if (activities.hasEvents(activity.id())) {
            throw new ActivityInUse(activity);
        }
        activities.delete(activity.id());
    }
}
