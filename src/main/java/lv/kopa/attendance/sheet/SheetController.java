package lv.kopa.attendance.sheet;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lv.kopa.attendance.UnknownAttendance;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.paper.Press;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where organisers get the lists that people sign. */
@Pages("/organiser/events/{slug}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(Role.CHECK_IN)
class SheetController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final SignInSheets sheets;
    private final SignedSheets signed;
    private final Press press;
    private final Clock clock;

    SheetController(Events events, SignInSheets sheets, SignedSheets signed, Press press, Clock clock) {
        this.events = events;
        this.sheets = sheets;
        this.signed = signed;
        this.press = press;
        this.clock = clock;
    }

    @Get("/sign-in")
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        EventView view = new EventView(shell, event, clock.instant());
        return Html.ok(templates.attendanceSheet(
                new SheetPage(view, signed.of(event.event()), Form.empty(), Optional.empty())));
    }

    @Get("/sign-in.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> print(
            Shell shell,
            Organiser organiser,
            String slug,
            @QueryValue @Nullable String of,
            @QueryValue @Nullable List<String> columns,
            @QueryValue @Nullable String blank) {
        EventDetails event = events.own(slug, organiser);
        Occasion occasion = occasion(event, of);
        Choice choice =
                Choice.of(Objects.requireNonNullElse(columns, List.of()), Objects.requireNonNullElse(blank, ""));
        EventView view = new EventView(shell, event, clock.instant());
        return HttpResponse.ok(press.print(() -> templates.attendancePaper(sheets.of(view, occasion, choice))))
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + slug + "-" + occasion.key() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** The one that is asked for; the first one, where none is. */
    private static Occasion occasion(EventDetails event, @Nullable String key) {
        return (key == null ? Occasion.of(event).stream().findFirst() : Occasion.find(event, key))
                .orElseThrow(() -> new UnknownAttendance("attendance.unknown-session"));
    }
}
