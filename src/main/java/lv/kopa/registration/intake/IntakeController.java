package lv.kopa.registration.intake;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.file.CheckedFile;
import lv.kopa.file.FileRefused;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.table.TableUnreadable;
import lv.kopa.table.Tables;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.Upload;

/** Takes a table of people and shows what is in it. */
@Pages("/organiser/events/{slug}/import")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(Role.ORGANISER)
class IntakeController {
    static final String FILE = "file";

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final KeptTables tables;
    private final IntakePages pages;
    private final Deciding deciding;

    IntakeController(Events events, KeptTables tables, IntakePages pages, Deciding deciding) {
        this.events = events;
        this.tables = tables;
        this.pages = pages;
        this.deciding = deciding;
    }

    @Get
    HttpResponse<byte[]> start(Shell shell, Organiser organiser, String slug) {
        return Html.ok(
                templates.registrationIntakeStart(pages.start(shell, events.own(slug, organiser), Form.empty())));
    }

    @Post("/file")
    HttpResponse<byte[]> look(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        Optional<Upload> upload = form.upload(FILE).filter(file -> isFit(file, form));
        if (upload.isEmpty()) {
            form.reject(FILE, "workspace.intake.fault.file");
            return again(shell, event, form);
        }
        byte[] content = upload.get().content();
        try {
            PeopleTable table = table(content, shell.language());
            form.replace(IntakePage.LETTERS, shell.language().tag());
            form.replace(
                    IntakePage.KEPT, tables.keep(event.event().id(), content).secret());
            return Html.ok(templates.registrationIntakeTable(pages.guessed(shell, event, table, form)));
        } catch (InvalidInput nobody) {
            nobody.faults().forEach(form::reject);
        } catch (TableUnreadable unreadable) {
            form.reject(FILE, unreadable.sentence());
        } catch (FileRefused full) {
            form.reject(FILE, full.sentence());
        }
        return again(shell, event, form);
    }

    @Post("/table")
    HttpResponse<byte[]> decide(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        Token kept = Token.typed(form.get(IntakePage.KEPT));
        if (form.chose("do", "discard")) {
            tables.discard(event.event().id(), kept);
            return Html.seeOther("/organiser/events/" + slug + "/import");
        }
        Optional<byte[]> content = tables.open(event.event().id(), kept);
        if (content.isEmpty()) {
            form.reject(FILE, "file.gone");
            return again(shell, event, form);
        }
        Language writer = Language.of(form.get(IntakePage.LETTERS)).orElse(shell.language());
        IntakePage page = deciding.decide(shell, event, table(content.get(), writer), form, organiser);
        if (page.isDone()) {
            return done(page);
        }
        return form.hasErrors()
                ? Html.unprocessable(templates.registrationIntakeTable(page))
                : Html.ok(templates.registrationIntakeTable(page));
    }

    private static HttpResponse<byte[]> done(IntakePage page) {
        String slug = page.view().event().slug();
        int waiting = page.waiting().orElse(0);
        return Flash.seeOther(
                "/organiser/events/" + slug + "#attendees",
                waiting == 0 ? "workspace.intake.done" : "workspace.intake.waiting",
                waiting == 0 ? page.chosen().size() : waiting,
                page.isWriting() ? "/organiser/outbox?event=" + slug : "");
    }

    private static boolean isFit(Upload file, Form form) {
        if (file.content().length == 0) {
            form.reject(FILE, "file.empty");
        } else if (file.content().length > CheckedFile.LARGEST) {
            form.reject(FILE, "file.too-large", CheckedFile.LARGEST / 1024 / 1024);
        }
        return form.error(FILE).isEmpty();
    }

    private static PeopleTable table(byte[] content, Language writer) {
        return PeopleTable.of(Tables.rows(content, writer, PeopleTable.MOST_ROWS + 1));
    }

    private HttpResponse<byte[]> again(Shell shell, EventDetails event, Form form) {
        return Html.unprocessable(templates.registrationIntakeStart(pages.start(shell, event, form)));
    }
}
