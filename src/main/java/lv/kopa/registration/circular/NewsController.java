package lv.kopa.registration.circular;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organisations;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/**
 * Where people refuse news: by a button on a page, or by one click in their mail program, which sends the same without a
 * cookie and follows no redirect (RFC 8058). Opening the page does nothing, since programs open links in mails.
 */
@Pages("/my/news/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class NewsController {
    private final StaticTemplates templates = new StaticTemplates();
    private final NewsRefusals refusals;
    private final Organisations organisations;

    NewsController(NewsRefusals refusals, Organisations organisations) {
        this.refusals = refusals;
        this.organisations = organisations;
    }

    @Get
    HttpResponse<byte[]> ask(@PathVariable String token, Shell shell) {
        return page(Token.inAddress(token), shell, false);
    }

    @Post
    HttpResponse<byte[]> refuse(@PathVariable String token, Shell shell) {
        Token link = Token.inAddress(token);
        refusals.refuse(link);
        return page(link, shell, true);
    }

    private HttpResponse<byte[]> page(Token link, Shell shell, boolean done) {
        return Html.ok(templates.registrationCircularNews(new NewsPage(
                shell,
                organisations.find(refusals.organisation(link)).orElseThrow(UnknownCircular::new),
                "/my/news/" + link.secret(),
                done)));
    }
}
