package lv.kopa.registration.address;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where the link in a mail to a new address leads. Programs that look into mails open links, but press no buttons. */
@Pages("/my/address/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class AddressController {
    private final StaticTemplates templates = new StaticTemplates();
    private final AddressChanges changes;
    private final Events events;
    private final Clock clock;

    AddressController(AddressChanges changes, Events events, Clock clock) {
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token secret = Token.inAddress(token);
        AddressChanges.Asked asked = changes.find(secret);
        EventView view = new EventView(shell, events.get(asked.registration().eventId()), clock.instant());
        return Html.ok(templates.registrationAddressConfirm(new AddressPage(
                view, asked, "/my/address/" + secret.secret(), Token.random().secret())));
    }

    @Post
    HttpResponse<byte[]> confirm(@PathVariable String token, @Body Form form) {
        Token secret = Token.inAddress(token);
        String submission = form.submission();
        Token link = changes.again(secret, submission).orElseGet(() -> confirm(secret, submission));
        return Flash.seeOther("/r/" + link.secret(), "registration.address.done");
    }

    private Token confirm(Token secret, String submission) {
        try {
            return changes.confirm(secret, submission);
        } catch (AddressRefused perhapsJustNow) {
            return changes.again(secret, submission).orElseThrow(() -> perhapsJustNow);
        }
    }
}
