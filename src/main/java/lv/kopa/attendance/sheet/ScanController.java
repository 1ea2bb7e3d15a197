package lv.kopa.attendance.sheet;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.file.FileAnswer;
import lv.kopa.file.FileFields;
import lv.kopa.file.FileRefused;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.organisation.Organiser;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers keep what people signed, and find it again. */
@Pages("/organiser/events/{slug}/sign-in/scans")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ScanController {
    private static final String FILE = "scan";

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final SignedSheets signed;
    private final FileFields fields;
    private final StoredFiles files;
    private final Clock clock;

    ScanController(Events events, SignedSheets signed, FileFields fields, StoredFiles files, Clock clock) {
        this.events = events;
        this.signed = signed;
        this.fields = fields;
        this.files = files;
        this.clock = clock;
    }

    @Get("/{id}")
    HttpResponse<?> file(Organiser organiser, String slug, long id) {
        StoredFile file = signed.file(events.own(slug, organiser).event(), id);
        return FileAnswer.of(file, files.open(file));
    }

    @Post
    HttpResponse<byte[]> keep(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        fields.take(form, FILE, SignedSheets.space(event.event()), SignedSheets.KINDS);
        Optional<Occasion> occasion = Occasion.find(event, form.get("of"));
        if (occasion.isEmpty()) {
            form.reject("of", "attendance.unknown-session");
        }
        if (FileFields.secret(form, FILE).isEmpty() && form.error(FILE).isEmpty()) {
            form.reject(FILE, "attendance.sheet.choose");
        }
        if (!form.hasErrors()) {
            try {
                signed.keep(
                        event.event(),
                        occasion.orElseThrow(),
                        FileFields.secret(form, FILE).orElseThrow(),
                        organiser.actor());
                return Flash.seeOther(path(slug), "attendance.sheet.kept");
            } catch (FileRefused gone) {
                form.without(FileFields.secretOf(FILE)).reject(FILE, gone.sentence());
            }
        }
        EventView view = new EventView(shell.at(path(slug)), event, clock.instant());
        Optional<StoredFile> staged = fields.staged(form, FILE, SignedSheets.space(event.event()));
        return Html.unprocessable(
                templates.attendanceSheet(new SheetPage(view, signed.of(event.event()), form, staged)));
    }

    @Post("/{id}/removal")
    HttpResponse<byte[]> remove(Organiser organiser, String slug, long id) {
        signed.remove(events.own(slug, organiser).event(), id, organiser.actor());
        return Flash.seeOther(path(slug), "attendance.sheet.removed");
    }

    private static String path(String slug) {
        return "/organiser/events/" + slug + "/sign-in";
    }
}
