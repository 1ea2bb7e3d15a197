package lv.kopa.event.api;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Acknowledgement;
import lv.kopa.project.Projects;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Slug;
import org.jspecify.annotations.Nullable;

/** In whose name an organiser may plan events. */
@Singleton
class Mandate {
    private final Organisations organisations;
    private final Projects projects;

    Mandate(Organisations organisations, Projects projects) {
        this.organisations = organisations;
        this.projects = projects;
    }

    /**
     * The organisation that is to hold a new event.
     *
     * @throws InvalidInput if it is not one of the organiser's, or if the activity is somebody else's
     */
    Organisation holder(EventPlan plan, Organiser organiser) {
        String named = plan.organisation();
        if (named == null || named.isBlank()) {
            throw new InvalidInput("organisation", "web.required");
        }
        Organisation holder = Optional.of(named.strip())
                .flatMap(organiser::in)
                .flatMap(membership -> organisations.find(membership.organisationId()))
                .orElseThrow(() -> new InvalidInput("organisation", "event.fault.organisation", named));
        refuseForeignActivity(plan, organiser);
        return holder;
    }

    /**
     * Whether an event may become what a plan says.
     *
     * @throws InvalidInput if it would leave its organisation, or count for somebody else's activity
     */
    void check(EventDetails event, EventPlan plan, Organiser organiser) {
        if (plan.organisation() != null
                && !plan.organisation().equals(event.organisation().slug())) {
            throw new InvalidInput("organisation", "event.fault.organisation-stays");
        }
        @Nullable
        String standing = event.funding().map(Acknowledgement::activity).orElse(null);
        if (!Objects.equals(standing, plan.activity())) {
            refuseForeignActivity(plan, organiser);
        }
    }

    private void refuseForeignActivity(EventPlan plan, Organiser organiser) {
        String activity = plan.activity();
        if (activity == null || activity.isBlank()) {
            return;
        }
        boolean own = Optional.of(activity.strip().split("/", 2)[0])
                .filter(Slug::isOne)
                .flatMap(projects::find)
                .filter(project -> organiser.mayOrganise(project.organisationId()))
                .isPresent();
        if (!own) {
            throw new InvalidInput("activity", "event.fault.activity", activity);
        }
    }
}
