package lv.kopa.registration.circular;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.file.FileFields;
import lv.kopa.file.FileKind;
import lv.kopa.file.FileRefused;
import lv.kopa.mail.delivery.Postman;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where an organiser writes to many people of an event at once. */
@Pages("/organiser/events/{slug}/circulars/new")
@Secured(SecurityRule.IS_AUTHENTICATED)
class WriteController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Circulars circulars;
    private final Trying trying;
    private final Events events;
    private final FileFields fields;
    private final Postman postman;

    WriteController(Circulars circulars, Trying trying, Events events, FileFields fields, Postman postman) {
        this.circulars = circulars;
        this.trying = trying;
        this.events = events;
        this.fields = fields;
        this.postman = postman;
    }

    @Get
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> blank(
            Shell shell,
            Organiser organiser,
            String slug,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable String answers) {
        EventDetails event = events.own(slug, organiser);
        AttendeeFilter people = AttendeeFilter.of(q, status).unanswered(answers).among(event, category);
        return Html.ok(page(shell, event, CircularForm.blank(people), Optional.empty()));
    }

    @Post
    HttpResponse<byte[]> write(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        long id = event.event().id();
        fields.takeSeveral(
                form, CircularForm.FILES, Circulars.space(id), EnumSet.allOf(FileKind.class), CircularForm.MOST_FILES);
        form.replace("language", shell.language().tag());
        Draft draft = CircularForm.read(form, event);
        if (!form.hasErrors() && circulars.recipients(id, draft).isEmpty()) {
            form.reject("status", "circular.fault.nobody");
        }
        if (form.hasErrors()) {
            return again(shell, event, form, draft);
        }
        if (form.chose("then", "send")) {
            return send(shell, organiser, event, form, draft);
        }
        if (form.chose("then", "test")) {
            trying.send(event, draft, organiser);
            return Html.ok(page(shell, event, form.with("tried", "yes"), preview(event, draft, form)));
        }
        return Html.ok(page(shell, event, form, preview(event, draft, form)));
    }

    private HttpResponse<byte[]> send(Shell shell, Organiser organiser, EventDetails event, Form form, Draft draft) {
        try {
            return sent(event, circulars.send(event, draft, organiser.actor()));
        } catch (FileRefused gone) {
            form.reject(CircularForm.FILES, gone.sentence());
            return again(shell, event, form, draft);
        }
    }

    /** The form once more, unless what is wrong is that the same form was sent already and took its files. */
    private HttpResponse<byte[]> again(Shell shell, EventDetails event, Form form, Draft draft) {
        Optional<Circular> before = form.chose("then", "send") ? circulars.sent(event, draft) : Optional.empty();
        return before.map(circular -> sent(event, circular))
                .orElseGet(() -> Html.unprocessable(page(shell, event, form, Optional.empty())));
    }

    private static HttpResponse<byte[]> sent(EventDetails event, Circular circular) {
        String path = "/organiser/events/" + event.event().slug() + "/circulars/";
        return Flash.seeOther(path + circular.id(), "circular.sent");
    }

    private Optional<WritePage.Preview> preview(EventDetails event, Draft draft, Form form) {
        int shown = form.filled("shown")
                .filter(typed -> typed.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
        return Optional.of(trying.preview(event, draft, shown));
    }

    private JteModel page(Shell shell, EventDetails event, Form form, Optional<WritePage.Preview> preview) {
        return templates.registrationCircularWrite(new WritePage(
                shell,
                event,
                form,
                postman.works(Set.of(event.organisation().id())),
                fields.several(
                        form, CircularForm.FILES, Circulars.space(event.event().id())),
                preview));
    }
}
