package lv.kopa.registration.participant;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.Noticeboard;
import lv.kopa.mail.EmailAddress;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** What came of registering, for whoever comes from the form. */
@Pages("/events/{slug}/registered")
@Secured(SecurityRule.IS_ANONYMOUS)
class DoneController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Noticeboard noticeboard;
    private final DoneProof proof;
    private final NextAnswer next;
    private final Clock clock;

    DoneController(Noticeboard noticeboard, DoneProof proof, NextAnswer next, Clock clock) {
        this.noticeboard = noticeboard;
        this.proof = proof;
        this.next = next;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String slug, HttpRequest<?> request, Shell shell) {
        EventDetails event =
                noticeboard.show(slug).filter(found -> found.event().isShown()).orElseThrow(UnknownEvent::new);
        EventView view = new EventView(shell, event, clock.instant());
        Function<String, Optional<String>> asked =
                name -> request.getParameters().getFirst(name);
        return proof.in(DoneAddress.path(event), asked)
                .map(ours -> DonePage.of(view, asked, kept(request, view, ours)))
                .map(page -> Html.ok(templates.registrationDone(page)))
                .orElseGet(() -> Html.ok(templates.registrationDoneUnknown(view)));
    }

    private DonePage.Kept kept(HttpRequest<?> request, EventView view, String ours) {
        Optional<String> writtenTo = writtenTo(request, ours);
        boolean last = writtenTo.isPresent()
                && MistypedAnswer.closed(view).isEmpty()
                && next.address(request, view.path())
                        .flatMap(EmailAddress::parse)
                        .map(EmailAddress::value)
                        .equals(writtenTo);
        return new DonePage.Kept(writtenTo, last, next.isKept(request, view.path()));
    }

    private Optional<String> writtenTo(HttpRequest<?> request, String ours) {
        return request.getCookies()
                .findCookie(DoneAnswer.WRITTEN_TO)
                .map(Cookie::getValue)
                .flatMap(kept -> proof.open(kept, ours));
    }
}
