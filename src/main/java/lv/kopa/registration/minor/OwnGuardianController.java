package lv.kopa.registration.minor;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.guardian.Guardians;
import lv.kopa.registration.wish.AgeReader;
import lv.kopa.registration.wish.Childhood;
import lv.kopa.registration.wish.NamedGuardian;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Faults;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.TooOften;

/** Where somebody under 18 mends who answers for them, and has them asked again. */
@Pages("/r/{token}/guardian")
@Secured(SecurityRule.IS_ANONYMOUS)
class OwnGuardianController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Consenting consenting;
    private final Registrations registrations;
    private final Guardians guardians;
    private final Stage stage;

    OwnGuardianController(Consenting consenting, Registrations registrations, Guardians guardians, Stage stage) {
        this.consenting = consenting;
        this.registrations = registrations;
        this.guardians = guardians;
        this.stage = stage;
    }

    /** What the pages stand on. */
    @Singleton
    record Stage(Events events, Limits limits, Clock clock) {}

    @Get
    HttpResponse<byte[]> form(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        Guardian guardian = guardians.of(registration.id()).orElseThrow(UnknownRegistration::new);
        Form form = Form.empty()
                .with("guardian.name", guardian.name())
                .with("guardian.email", guardian.email())
                .with("guardian.phone", guardian.phone());
        OwnGuardianPage page = page(registration, link, form, shell);
        return page.isOpen() ? Html.ok(templates.registrationMinorName(page)) : Html.seeOther(page.back());
    }

    @Post
    HttpResponse<byte[]> name(@PathVariable String token, @Body Form form, Shell shell) {
        Token link = Token.inAddress(token);
        Registration registration = registrations.byLink(link);
        OwnGuardianPage page = page(registration, link, form, shell);
        if (!page.isOpen() || guardians.of(registration.id()).isEmpty()) {
            return Html.seeOther(page.back());
        }
        if (form.isToTranslate()) {
            return Html.ok(templates.registrationMinorName(page));
        }
        Faults faults = new Faults();
        Optional<NamedGuardian> guardian = new AgeReader(faults).read(Childhood.guardian(form));
        faults.found().forEach(form::reject);
        guardian.ifPresent(named -> count(named, form));
        if (form.hasErrors() || guardian.isEmpty()) {
            return Html.unprocessable(templates.registrationMinorName(page));
        }
        consenting.name(registration, guardian.get());
        return Flash.seeOther(page.back(), "registration.guardian.named");
    }

    /** A guardian's address gets a mail each time. */
    private void count(NamedGuardian guardian, Form form) {
        try {
            stage.limits().count(Limit.LINKS, guardian.email().key());
        } catch (TooOften often) {
            form.reject("guardian.email", often.sentence());
        }
    }

    private OwnGuardianPage page(Registration registration, Token link, Form form, Shell shell) {
        EventView view = new EventView(
                shell, stage.events().get(registration.eventId()), stage.clock().instant());
        return new OwnGuardianPage(view, registration, "/r/" + link.secret(), form);
    }
}
