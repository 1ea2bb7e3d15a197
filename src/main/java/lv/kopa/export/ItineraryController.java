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
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Noticeboard;
import lv.kopa.paper.Press;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Edition;
import lv.kopa.web.Fetch;
import lv.kopa.web.Html;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** The programme of an event on paper, for whoever has its address, and for each who has a place in it. */
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
    private final Registrations registrations;
    private final Events events;
    private final Press press;
    private final Clock clock;

    ItineraryController(Noticeboard noticeboard, Registrations registrations, Events events, Press press, Clock clock) {
        this.noticeboard = noticeboard;
        this.registrations = registrations;
        this.events = events;
        this.press = press;
        this.clock = clock;
    }

    /** What was printed is kept as long as it says the same. */
    @Get("/events/{slug}/itinerary.pdf")
    HttpResponse<byte[]> itinerary(@PathVariable String slug, HttpRequest<?> request, Shell shell) {
        EventDetails event = noticeboard
                .show(slug)
                .filter(found -> found.event().isShown() && !found.planned().isEmpty())
                .orElseThrow(UnknownEvent::new);
        JteModel page =
                templates.exportItinerary(new ItineraryPaper(new EventView(shell, event, clock.instant()), false));
        String wording = Edition.of(Html.render(page)).fingerprint();
        Edition paper = printed.get(wording, unseen -> Edition.of(press.print(() -> page)));
        return Fetch.of(request)
                .answer(paper, clock.instant())
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + slug + ".pdf\"")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /** The parts a person comes to, with whom to call and where to join. */
    @Get("/r/{token}/itinerary.pdf")
    HttpResponse<byte[]> own(@PathVariable String token, Shell shell) {
        Registration registration = registrations.byLink(Token.inAddress(token));
        EventDetails event = events.get(registration.eventId()).forWhoChose(registrations.chosenSessions(registration));
        if (!registration.isConfirmed()
                || event.event().isCancelled()
                || event.planned().isEmpty()) {
            throw new UnknownRegistration();
        }
        ItineraryPaper paper = new ItineraryPaper(new EventView(shell, event, clock.instant()), true);
        return HttpResponse.ok(press.print(() -> templates.exportItinerary(paper)))
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + event.event().slug() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
