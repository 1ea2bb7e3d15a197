package lv.kopa.registration.address;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.registration.Registrations;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;

/** Sends people the address of their calendar, and shows it to who has it from the mail. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class FeedPageController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Registrations registrations;
    private final PersonalFeeds feeds;
    private final Limits limits;

    FeedPageController(Registrations registrations, PersonalFeeds feeds, Limits limits) {
        this.registrations = registrations;
        this.feeds = feeds;
        this.limits = limits;
    }

    @Post("/r/{token}/calendar-address")
    HttpResponse<byte[]> send(@PathVariable String token, @Body Form form) {
        Token link = Token.inAddress(token);
        var registration = registrations.byLink(link);
        limits.count(Limit.LINKS, registration.emailKey());
        feeds.send(registration);
        return Flash.seeOther("/r/" + link.secret(), "registration.feed.sent");
    }

    @Get("/my/{token}")
    HttpResponse<byte[]> show(@PathVariable String token, Shell shell) {
        Token secret = Token.inAddress(token);
        feeds.of(secret);
        return Html.ok(templates.registrationAddressFeed(
                new FeedPage(shell, "/my/" + secret.secret(), feeds.lastFetched(secret))));
    }

    @Post("/my/{token}/reset")
    HttpResponse<byte[]> reset(@PathVariable String token, @Body Form form) {
        Token secret = Token.inAddress(token);
        feeds.endOthers(secret);
        return Flash.seeOther("/my/" + secret.secret(), "registration.feed.reset.done");
    }
}
