package lv.kopa.event.finding;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.LinkedHashMap;
import java.util.Map;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organisations;
import lv.kopa.project.Projects;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** The page on which one chooses a calendar and subscribes to it. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class CalendarsController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Organisations organisations;
    private final Projects projects;

    CalendarsController(Events events, Organisations organisations, Projects projects) {
        this.events = events;
        this.organisations = organisations;
        this.projects = projects;
    }

    @Get(CalendarsPage.PATH)
    HttpResponse<byte[]> calendars(HttpRequest<?> request, Shell shell) {
        Search search =
                Search.of(name -> request.getParameters().getFirst(name)).turned(false);
        Map<String, String> holders = new LinkedHashMap<>();
        organisations.all().forEach(organisation -> holders.put(organisation.slug(), organisation.name()));
        Map<String, String> titles = new LinkedHashMap<>();
        projects.all().forEach(project -> titles.put(project.slug(), shell.text(project.title())));
        Map<String, String> categories = new LinkedHashMap<>();
        events.categories().forEach((key, name) -> categories.put(key, shell.text(name)));
        return Html.ok(templates.eventCalendars(new CalendarsPage(
                shell,
                search,
                shell.inOrder(holders),
                shell.inOrder(titles),
                shell.inOrder(categories),
                events.trainers().stream().sorted(shell.language().alphabet()).toList())));
    }
}
