package lv.kopa.event.finding;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
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
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Organisations;
import lv.kopa.project.Projects;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.PlainText;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import lv.kopa.web.guard.TooOften;

/** The start page: what is coming, and what was. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class StartController {
    /** How much is said again of what was not understood. */
    private static final int SHOWN = 40;

    static final int ON_A_PAGE = 20;
    private static final int LAST_PAGE = 1_000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Organisations organisations;
    private final Projects projects;
    private final Limits limits;
    private final Clock clock;

    StartController(Events events, Organisations organisations, Projects projects, Limits limits, Clock clock) {
        this.events = events;
        this.organisations = organisations;
        this.projects = projects;
        this.limits = limits;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> start(HttpRequest<?> request, Shell shell, Network network) {
        Function<String, Optional<String>> query =
                name -> request.getParameters().getFirst(name);
        EventFilter filter = EventFilter.of(query);
        Search search = Search.of(query);
        Form typed = Form.empty();
        EventFilter.NAMES.forEach(name -> query.apply(name).ifPresent(value -> typed.with(name, value)));
        filter.leftOut(query).forEach((name, value) -> typed.reject(name, "event.search.left-out", shortened(value)));
        try {
            if (filter.q() != null) {
                limits.count(Limit.SEARCH, network);
            }
        } catch (TooOften tooOften) {
            typed.reject("q", "event.search.too-often", tooOften.howLong().toSeconds());
            StartPage.Found nothing = new StartPage.Found(List.of(), 1, false);
            return Html.later(tooOften.howLong(), page(shell, nothing, search, typed));
        }
        if (filter.asksWhatIsFree()) {
            typed.note("q", "event.search.free");
        }
        StartPage.Found found = search.past() ? past(shell, filter, page(query)) : coming(shell, filter);
        return Html.ok(page(shell, found, search, typed));
    }

    private JteModel page(Shell shell, StartPage.Found found, Search search, Form typed) {
        var choices = new StartPage.Choices(shell.inOrder(organisationNames()), shell.inOrder(projectNames(shell)));
        return templates.eventStart(new StartPage(shell, found, search, typed, choices));
    }

    private StartPage.Found coming(Shell shell, EventFilter filter) {
        return new StartPage.Found(views(shell, events.coming(filter)), 1, false);
    }

    private StartPage.Found past(Shell shell, EventFilter filter, int page) {
        List<EventDetails> found = events.past(filter, (page - 1) * ON_A_PAGE, ON_A_PAGE + 1);
        List<EventDetails> shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
        return new StartPage.Found(views(shell, shown), page, found.size() > ON_A_PAGE);
    }

    private static int page(Function<String, Optional<String>> query) {
        return query.apply("page")
                .filter(typed -> typed.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .map(number -> Math.min(Math.max(number, 1), LAST_PAGE))
                .orElse(1);
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

    private Map<String, String> organisationNames() {
        Map<String, String> names = new LinkedHashMap<>();
        organisations.all().forEach(organisation -> names.put(organisation.slug(), organisation.name()));
        return names;
    }

    private Map<String, String> projectNames(Shell shell) {
        Map<String, String> names = new LinkedHashMap<>();
        projects.all().forEach(project -> names.put(project.slug(), shell.text(project.title())));
        return names;
    }
}
