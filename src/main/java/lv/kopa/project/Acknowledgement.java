package lv.kopa.project;

import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for an activity, as everything about its events has to say.
 *
 * @param text what the funder wants to have said; may be empty
 * @param logoPath the address of the funder's logo, where there is one
 */
public record Acknowledgement(
        String projectSlug,
        String projectNumber,
        Translated projectTitle,
        String funder,
        Translated text,
        String activityNumber,
        Translated activityTitle,
        @Nullable String logoPath) {

    static Acknowledgement of(Project project, Activity activity) {
        return new Acknowledgement(
                project.slug(),
                project.number(),
                project.title(),
                project.funder(),
                project.acknowledgement(),
                activity.number(),
                activity.title(),
                project.logoPath());
    }

    /** All of it in a sentence or two, for mails, calendars and lists. */
    public String line(Language language) {
        return Texts.in(language).get("project.line", projectTitle.in(language), projectNumber, activityNumber, funder);
    }

    /** The activity as plans of events name it: `project-slug/activity-number`. */
    public String activity() {
        return projectSlug + "/" + activityNumber;
    }

    public String projectPath() {
        return "/projects/" + projectSlug;
    }
}
