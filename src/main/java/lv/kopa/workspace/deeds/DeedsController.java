package lv.kopa.workspace.deeds;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.ZoneId;
import java.util.List;
import lv.kopa.event.Events;
import lv.kopa.export.Csv;
import lv.kopa.export.Sheet;
import lv.kopa.export.Xlsx;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.attendees.AttendeesPage;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** The record of deeds: to be looked through and taken away, never to be changed. */
@Pages
@Secured(SecurityRule.IS_AUTHENTICATED)
class DeedsController {
    private static final int PAGE = 50;
    private static final int MOST = 20_000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Deeds deeds;
    private final Events events;
    private final Organisations organisations;

    DeedsController(Deeds deeds, Events events, Organisations organisations) {
        this.deeds = deeds;
        this.events = events;
        this.organisations = organisations;
    }

    @Get(DeedsPage.PATH)
    HttpResponse<byte[]> show(
            Shell shell, Organiser organiser, HttpRequest<?> request, @QueryValue @Nullable Long before) {
        DeedFilter filter = filter(request);
        ZoneId zone = organisations.home(organiser);
        Deeds.Found found = deeds.find(new Deeds.Wanted(filter, organiser, zone, shell.language()), before, PAGE + 1);
        boolean last = found.told().size() <= PAGE;
        return Html.ok(templates.workspaceDeedsShow(new DeedsPage(
                shell,
                zone,
                filter,
                found.registration().map(registration -> AttendeesPage.name(shell, registration)),
                deeds.doers(organiser, shell.language()),
                events.of(organiser.organisations()),
                last ? found.told() : found.told().subList(0, PAGE),
                last ? null : found.rows().get(PAGE - 1).id())));
    }

    @Get(DeedsPage.PATH + ".csv")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> csv(Shell shell, Organiser organiser, HttpRequest<?> request) {
        return file("text/csv; charset=utf-8; header=present", "csv", Csv.of(sheet(shell, organiser, request)));
    }

    @Get(DeedsPage.PATH + ".xlsx")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> xlsx(Shell shell, Organiser organiser, HttpRequest<?> request) {
        return file(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "xlsx",
                Xlsx.of(sheet(shell, organiser, request)));
    }

    private Sheet sheet(Shell shell, Organiser organiser, HttpRequest<?> request) {
        DeedFilter filter = filter(request);
        ZoneId zone = organisations.home(organiser);
        List<Told> told = deeds.find(new Deeds.Wanted(filter, organiser, zone, shell.language()), null, MOST)
                .told();
        return DeedSheet.of(told, filter, zone, shell.language(), MOST);
    }

    private static DeedFilter filter(HttpRequest<?> request) {
        return DeedFilter.of(name -> request.getParameters().getFirst(name).orElse(null));
    }

    private static HttpResponse<byte[]> file(String type, String end, byte[] content) {
        return HttpResponse.ok(content)
                .contentType(new MediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"deeds." + end + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff");
    }
}
