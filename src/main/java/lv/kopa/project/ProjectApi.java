package lv.kopa.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.text.Translated;
import lv.kopa.web.Api;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/projects")
@Api
@Tag(name = "Organisations and projects")
@Secured(SecurityRule.IS_ANONYMOUS)
class ProjectApi {
    private final Projects projects;
    private final Organisations organisations;
    private final Links links;

    ProjectApi(Projects projects, Organisations organisations, Links links) {
        this.projects = projects;
        this.organisations = organisations;
        this.links = links;
    }

    /**
     * Shows one project with the activities that events count for.
     *
     * @return the project
     */
    @Get("/{slug}")
    Item show(String slug) {
        Project project = projects.get(slug);
        String logo = project.logoPath();
        return new Item(
                project.slug(),
                organisations
                        .find(project.organisationId())
                        .map(Organisation::slug)
                        .orElseThrow(UnknownProject::new),
                project.number(),
                project.title(),
                project.description(),
                project.funder(),
                project.acknowledgement(),
                project.startsOn(),
                project.endsOn(),
                projects.activities(project.id()).stream().map(ProjectApi::item).toList(),
                new ItemLinks(
                        links.to(project.path()),
                        links.to(project.path() + "/calendar.ics"),
                        logo == null ? null : links.to(logo)));
    }

    private static ActivityItem item(Activity activity) {
        return new ActivityItem(activity.number(), activity.title(), activity.targetParticipants());
    }

    /** A project as programs see it. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Item(
            String slug,
            String organisation,
            String number,
            Translated title,
            Translated description,
            String funder,
            Translated acknowledgement,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            List<ActivityItem> activities,
            ItemLinks links) {}

    /** An activity of it; events name it {@code slug/number}. */
    @Serdeable
    record ActivityItem(
            String number, Translated title, @Nullable Integer targetParticipants) {}

    /** Where else to look. */
    @Serdeable
    record ItemLinks(String page, String calendar, @Nullable String logo) {}
}
