package lv.kopa.calendar;

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
import java.util.List;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.UnknownEvent;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.Calendars;
import lv.kopa.text.Language;
import lv.kopa.web.Edition;
import lv.kopa.web.Fetch;

/**
 * One event for one's own calendar, for whoever has its address; with those parts alone that one comes to, where the
 * address names what was chosen.
 */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class EventFileController {
    private final Events events;
    private final EventCalendar calendar;
    private final Clock clock;

    EventFileController(Events events, EventCalendar calendar, Clock clock) {
        this.events = events;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Get("/events/{slug}/calendar.ics")
    HttpResponse<byte[]> event(@PathVariable String slug, HttpRequest<?> request) {
        EventDetails event = events.find(slug)
                .filter(found -> found.event().isShown() && !found.sessions().isEmpty())
                .orElseThrow(UnknownEvent::new);
        Language language = CalendarAnswer.language(request);
        List<CalendarEntry> entries = request.getParameters()
                .getFirst("sessions")
                .map(ids -> calendar.open(event, chosen(event, ids), language))
                .orElseGet(() -> calendar.open(event, language));
        if (entries.isEmpty()) {
            throw new UnknownEvent();
        }
        Edition edition = Edition.of(Calendars.file(language.tag(), entries));
        return CalendarAnswer.toImport(
                Fetch.of(request).answer(edition, clock.instant()),
                event.event().slug());
    }

    private static List<Long> chosen(EventDetails event, String ids) {
        List<String> named = List.of(ids.split(","));
        return event.sessions().stream()
                .map(Session::id)
                .filter(id -> named.contains(String.valueOf(id)))
                .toList();
    }
}
