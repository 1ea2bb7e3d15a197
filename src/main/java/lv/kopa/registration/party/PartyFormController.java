package lv.kopa.registration.party;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Noticeboard;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.participant.FormPage;
import lv.kopa.registration.wish.Hitch;
import lv.kopa.registration.wish.Shown;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Network;
import org.jspecify.annotations.Nullable;

/** The form by which one contact registers several people. */
@Pages("/events/{slug}/register/party")
@Secured(SecurityRule.IS_ANONYMOUS)
class PartyFormController {
    private static final int ROWS = 3;

    private final StaticTemplates templates = new StaticTemplates();
    private final Noticeboard noticeboard;
    private final Parties parties;
    private final PartyAnswer answer;
    private final Registrations registrations;
    private final Clock clock;

    PartyFormController(
            Noticeboard noticeboard, Parties parties, PartyAnswer answer, Registrations registrations, Clock clock) {
        this.noticeboard = noticeboard;
        this.parties = parties;
        this.answer = answer;
        this.registrations = registrations;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> form(@PathVariable String slug, @QueryValue @Nullable String invitation, Shell shell) {
        EventDetails event = shown(noticeboard.show(slug));
        Form form = Shown.in(Form.empty(), event)
                .with("submission", Token.random().secret())
                .with("invitation", invitation);
        return open(page(event, PartyRows.blank(form, ROWS), shell));
    }

    private HttpResponse<byte[]> open(PartyFormPage page) {
        return closed(page).isPresent()
                ? toSingle(page.view().details(), page.form())
                : Html.ok(templates.registrationPartyForm(page));
    }

    private Optional<Sentence> closed(PartyFormPage page) {
        return parties.closed(
                page.view().details(),
                page.form().get("invitation"),
                page.shell().language());
    }

    @Post
    HttpResponse<byte[]> register(@PathVariable String slug, @Body Form form, Shell shell, Network network) {
        if (PartyRows.isOfOne(form)) {
            PartyFormPage page = page(shown(noticeboard.show(slug)), form, shell);
            return closed(page).map(why -> singleAgain(page, why)).orElseGet(() -> {
                PartyRows.withOthers(form, page.view(), ROWS);
                return Html.ok(templates.registrationPartyForm(page));
            });
        }
        return answer.to(() -> page(shown(noticeboard.show(slug)), form, shell), parties::register, network);
    }

    /** The form for one person as it was sent; it may still be good for that person alone. */
    private HttpResponse<byte[]> singleAgain(PartyFormPage page, Sentence why) {
        Form form = page.form();
        Optional<Sentence> shut = registrations.closed(
                page.view().details(), form.get("invitation"), page.shell().language());
        form.reject("", shut.orElse(why));
        Hitch hitch = shut.isPresent() ? Hitch.CLOSED : Hitch.NONE;
        return Html.with(HttpStatus.CONFLICT, templates.registrationForm(new FormPage(page.view(), form, hitch)));
    }

    /** Where it says why nobody can register now. */
    private static HttpResponse<byte[]> toSingle(EventDetails event, Form form) {
        String invitation = form.filled("invitation")
                .map(secret -> "?invitation=" + Token.typed(secret).secret())
                .orElse("");
        return Html.seeOther("/events/" + event.event().slug() + "/register" + invitation);
    }

    private static EventDetails shown(Optional<EventDetails> found) {
        return found.filter(event -> event.event().isShown()).orElseThrow(UnknownEvent::new);
    }

    private PartyFormPage page(EventDetails event, Form form, Shell shell) {
        EventView view = new EventView(shell, event, clock.instant());
        return new PartyFormPage(view, form, view.path() + "/register/party", Optional.empty());
    }
}
