package lv.kopa.export;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Noticeboard;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Edition;
import lv.kopa.web.Fetch;
import lv.kopa.web.Html;
import lv.kopa.web.Shell;

/** The programme of an event on paper, for whoever has its address. What was printed is kept as long as it says the same. */
@Hidden
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ItineraryController {
    private static final int KEPT = 100;

    private final StaticTemplates templates = new StaticTemplates();
    private final Cache<String, Edition> printed =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Noticeboard noticeboard;
    private final Press press;
    private final Clock clock;

    ItineraryController(Noticeboard noticeboard, Press press, Clock clock) {
        this.noticeboard = noticeboard;
        this.press = press;
        this.clock = clock;
    }

    @Get("/events/{slug}/itinerary.pdf")
    HttpResponse<byte[]> itinerary(@PathVariable String slug, HttpRequest<?> request, Shell shell) {
        EventDetails event = noticeboard
                .show(slug)
                .filter(found -> found.event().isShown() && !found.planned().isEmpty())
                .orElseThrow(UnknownEvent::new);
        JteModel page = templates.exportItinerary(new ItineraryPaper(new EventView(shell, event, clock.instant())));
        String wording = Edition.of(Html.render(page)).fingerprint();
        Edition paper = printed.get(wording, unseen -> Edition.of(press.print(() -> page)));
        return Fetch.of(request)
                .answer(paper, clock.instant())
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + slug + ".pdf\"")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
