package lv.kopa.event.edit;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.EventPlan.QuestionPlan;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Activity;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Zones;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Puts the form of an event together, and says what is wrong with what was typed into it. */
@Singleton
class EventForms {
    private final Organisations organisations;
    private final Projects projects;

    EventForms(Organisations organisations, Projects projects) {
        this.organisations = organisations;
        this.projects = projects;
    }

    EventFormPage page(Shell shell, Organiser organiser, Form form, Optional<EventDetails> event) {
        Map<String, String> holders = new LinkedHashMap<>();
        for (Membership membership : organiser.memberships()) {
            holders.put(membership.slug(), membership.name());
        }
        ZoneId home = event.map(details -> details.organisation().zone())
                .orElseGet(() -> home(organiser, form.get("organisation")));
        return new EventFormPage(
                shell, form, event, holders, activities(shell, organiser, event), home, Optional.empty());
    }

    /** The plan that was typed; only good where the form has no errors then. */
    EventPlan read(EventFormPage page, Organisation holder) {
        List<QuestionPlan> questions = page.event()
                .map(EventDetails::questionnaire)
                .map(EventPlan::questionsOf)
                .orElse(List.of());
        EventPlan plan = new EventFormReader(page.form()).read().asking(questions);
        String activity = plan.activity();
        if (activity != null && !page.activities().containsKey(activity)) {
            page.form().reject("activity", "workspace.fault.activity");
        }
        try {
            plan.check(holder.zone());
        } catch (InvalidInput refused) {
            tell(page, refused);
        }
        return plan;
    }

    void tell(EventFormPage page, InvalidInput refused) {
        new EventFormFaults(page.form(), page.shell().language()).tell(refused);
    }

    /** The organisation that is to hold a new event, of those the organiser may plan for. */
    Optional<Organisation> holder(Organiser organiser, String typed) {
        return organiser
                .in(typed)
                .or(() -> organiser.memberships().size() == 1 || typed.isEmpty()
                        ? organiser.memberships().stream().findFirst()
                        : Optional.empty())
                .map(Membership::slug)
                .map(organisations::get);
    }

    /** The time zone of the organisation that is to hold a new event. */
    ZoneId home(Organiser organiser, String typed) {
        return holder(organiser, typed).map(Organisation::zone).orElse(Zones.HOME);
    }

    private Map<String, String> activities(Shell shell, Organiser organiser, Optional<EventDetails> event) {
        Map<String, String> activities = new LinkedHashMap<>();
        activities.put("", shell.text("workspace.event.no-activity"));
        for (Project project : projects.of(organiser.organisations())) {
            for (Activity activity : projects.activities(project.id())) {
                activities.put(
                        project.slug() + "/" + activity.number(),
                        shell.text("workspace.event.activity", shell.text(project.title()), activity.number()));
            }
        }
        event.flatMap(EventDetails::funding)
                .ifPresent(funding -> activities.putIfAbsent(
                        funding.projectSlug() + "/" + funding.activityNumber(),
                        shell.text(
                                "workspace.event.activity",
                                shell.text(funding.projectTitle()),
                                funding.activityNumber())));
        return activities;
    }
}
