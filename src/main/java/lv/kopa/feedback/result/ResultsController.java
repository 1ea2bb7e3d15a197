package lv.kopa.feedback.result;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.export.Csv;
import lv.kopa.export.Xlsx;
import lv.kopa.organisation.Organiser;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers see what people said of an event, and take it along. */
@Pages("/organiser/events/{slug}/feedback")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ResultsController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final StaticTemplates templates = new StaticTemplates();
    private final Results results;
    private final Events events;
    private final Clock clock;

    ResultsController(Results results, Events events, Clock clock) {
        this.results = results;
        this.events = events;
        this.clock = clock;
    }

    @Get("/results")
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        EventView view = new EventView(shell, event, clock.instant());
        return Html.ok(templates.feedbackResults(new ResultsPage(view, results.of(event.event()))));
    }

    @Get("/results.csv")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> csv(Shell shell, Organiser organiser, String slug) {
        byte[] list = Csv.of(results.sheet(events.own(slug, organiser), shell.language()));
        return file(new MediaType("text/csv; charset=utf-8; header=present"), slug + "-feedback.csv", list);
    }

    @Get("/results.xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> xlsx(Shell shell, Organiser organiser, String slug) {
        byte[] list = Xlsx.of(results.sheet(events.own(slug, organiser), shell.language()));
        return file(new MediaType(XLSX), slug + "-feedback.xlsx", list);
    }

    private static HttpResponse<byte[]> file(MediaType type, String name, byte[] list) {
        return HttpResponse.ok(list)
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
