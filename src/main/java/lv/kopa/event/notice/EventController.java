package lv.kopa.event.notice;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventFilter;
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Projects;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.PlainText;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** The public pages of events. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class EventController {
    /** How much is said again of what was not understood. */
    private static final int SHOWN = 40;

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Noticeboard noticeboard;
    private final Organisations organisations;
    private final Projects projects;
    private final Clock clock;

    EventController(
            Events events, Noticeboard noticeboard, Organisations organisations, Projects projects, Clock clock) {
        this.events = events;
        this.noticeboard = noticeboard;
        this.organisations = organisations;
        this.projects = projects;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> coming(HttpRequest<?> request, Shell shell) {
        Function<String, Optional<String>> query =
                name -> request.getParameters().getFirst(name);
        EventFilter filter = EventFilter.of(query);
        Form typed = Form.empty();
        EventFilter.NAMES.forEach(name -> query.apply(name).ifPresent(value -> typed.with(name, value)));
        filter.leftOut(query).forEach((name, value) -> typed.reject(name, "event.search.left-out", shortened(value)));
        return Html.ok(templates.eventStart(new StartPage(
                shell,
                views(shell, events.coming(filter)),
                typed,
                organisationNames(shell),
                projectNames(shell),
                Subscription.of(shell, "/calendar.ics"))));
    }

    @Get("/events/{slug}")
    HttpResponse<byte[]> show(
            @PathVariable String slug,
            @QueryValue @Nullable String invitation,
            Shell shell,
            @Nullable Organiser organiser) {
        EventDetails event = noticeboard.show(slug).orElseThrow(UnknownEvent::new);
        boolean own = organiser != null && organiser.mayOrganise(event.event().organisationId());
        if (event.event().isDraft() && !own) {
            throw new UnknownEvent();
        }
        return Html.ok(templates.eventShow(new EventPage(
                shell,
                new EventView(shell, event, clock.instant()),
                event.event().isDraft(),
                Optional.ofNullable(invitation))));
    }

    private static String shortened(String typed) {
        String line = PlainText.line(typed);
        return line.length() > SHOWN ? PlainText.line(line.substring(0, SHOWN)) + "…" : line;
    }

    private List<EventView> views(Shell shell, List<EventDetails> found) {
        return found.stream()
                .map(event -> new EventView(shell, event, clock.instant()))
                .toList();
    }

    private Map<String, String> organisationNames(Shell shell) {
        Map<String, String> names = new LinkedHashMap<>();
        organisations.all().forEach(organisation -> names.put(organisation.slug(), organisation.name()));
        return shell.inOrder(names);
    }

    private Map<String, String> projectNames(Shell shell) {
        Map<String, String> names = new LinkedHashMap<>();
        projects.all().forEach(project -> names.put(project.slug(), shell.text(project.title())));
        return shell.inOrder(names);
    }
}
