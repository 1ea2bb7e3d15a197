package lv.kopa.attendance.sheet;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.file.UnknownFile;
import lv.kopa.organisation.Organiser;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers say who signed a sheet, and see where that differs from check-in. */
@Pages("/organiser/events/{slug}/sign-in/scans/{id}/signatures")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SignatureController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final SignedSheets signed;
    private final Signatures signatures;
    private final Clock clock;

    SignatureController(Events events, SignedSheets signed, Signatures signatures, Clock clock) {
        this.events = events;
        this.signed = signed;
        this.signatures = signatures;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug, long id) {
        return Html.ok(page(shell, events.own(slug, organiser), id));
    }

    @Post
    HttpResponse<byte[]> keep(Organiser organiser, String slug, long id, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        signatures.keep(event, signatures.sheet(event, id), form.all("signed"), organiser.actor());
        return Flash.seeOther(
                "/organiser/events/" + slug + "/sign-in/scans/" + id + "/signatures", "attendance.signed.kept");
    }

    private JteModel page(Shell shell, EventDetails event, long id) {
        List<Scan> scans = signed.of(event.event());
        Scan scan =
                scans.stream().filter(one -> one.sheet().id() == id).findFirst().orElseThrow(UnknownFile::new);
        EventView view = new EventView(shell, event, clock.instant());
        SheetPage sheets = new SheetPage(view, scans, Form.empty(), Optional.empty());
        return templates.attendanceSignatures(
                new SignaturePage(view, sheets, scan, signatures.of(event, scan.sheet(), shell.language())));
    }
}
