package lv.kopa.export;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.event.UnknownEvent;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.attendees.AttendeeQuery;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers take answers along that few may see: chosen question by question, sent by a button, and recorded. */
@Pages("/organiser/events/{slug}/secrets")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SecretsController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Exports exports;
    private final SecretSheets secrets;

    SecretsController(Exports exports, SecretSheets secrets) {
        this.exports = exports;
        this.secrets = secrets;
    }

    @Get
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> choose(Shell shell, Organiser organiser, String slug, HttpRequest<?> request) {
        Exports.Order order = order(shell, organiser, slug, ListAnswer.query(request));
        return Html.ok(page(shell, exports.asked(order), Form.empty()));
    }

    @Post
    HttpResponse<byte[]> take(Shell shell, Organiser organiser, String slug, @Body Form form) {
        AttendeeQuery query =
                new AttendeeQuery(form.get("q"), form.get("status"), form.get("category"), form.get("answers"));
        Exports.Order order = order(shell, organiser, slug, query);
        Exports.Asked asked = exports.asked(order);
        try {
            Sheet sheet = secrets.of(asked, form.all("questions"), order);
            return form.chose("format", "csv")
                    ? ListAnswer.csv(slug + "-sensitive", Csv.of(sheet))
                    : ListAnswer.xlsx(slug + "-sensitive", Xlsx.of(sheet));
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(form::reject);
            return Html.unprocessable(page(shell, asked, form));
        }
    }

    private static Exports.Order order(Shell shell, Organiser organiser, String slug, AttendeeQuery query) {
        return new Exports.Order(slug, ofThoseWhoCome(query), Exports.Layout.usual(), organiser, shell.language());
    }

    /** Of those who have a place, where nobody else is asked for: nobody has to know more of who stays away. */
    private static AttendeeQuery ofThoseWhoCome(AttendeeQuery query) {
        String status = query.status();
        return status == null || status.isBlank()
                ? new AttendeeQuery(query.q(), RegistrationStatus.CONFIRMED.name(), query.category(), query.answers())
                : query;
    }

    private JteModel page(Shell shell, Exports.Asked asked, Form form) {
        if (asked.event().questionnaire().sensitive().isEmpty()) {
            throw new UnknownEvent();
        }
        return templates.exportSecrets(
                shell, asked.event(), asked.filter(), asked.people().size(), form);
    }
}
