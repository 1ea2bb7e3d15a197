package lv.kopa.calendar.team;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Language;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Where the members of a team make the addresses of its calendar, and end them. */
@Pages("/organiser/calendar")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TeamFeedPageController {
    private final StaticTemplates templates = new StaticTemplates();
    private final TeamFeeds feeds;

    TeamFeedPageController(TeamFeeds feeds) {
        this.feeds = feeds;
    }

    /** The path and language of the calendar behind a secret. */
    static String address(Token secret, Language language) {
        return "/my/team/" + secret.secret() + "/calendar.ics?lang=" + language.tag();
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser) {
        return Html.ok(templates.calendarTeam(new TeamFeedPage(shell, organiser.memberships(), feeds.of(organiser))));
    }

    /** Answers with the page itself and no other address, for the secret is shown once and kept nowhere. */
    @Post("/{slug}")
    HttpResponse<?> create(Shell shell, Organiser organiser, @PathVariable String slug, @Body Form form) {
        Membership team = organiser.in(slug).orElseThrow(UnknownOrganisation::new);
        Token secret = feeds.create(organiser, team, form.get("names").equals("on"));
        String address = shell.links().to(address(secret, shell.language()));
        return Html.ok(templates.calendarAddress(shell.at("/organiser/calendar"), team.name(), address))
                .header("Cache-Control", "no-store");
    }

    @Post("/{slug}/end")
    HttpResponse<byte[]> end(Organiser organiser, @PathVariable String slug, @Body Form form) {
        feeds.end(organiser, organiser.in(slug).orElseThrow(UnknownOrganisation::new));
        return Flash.seeOther("/organiser/calendar", "calendar.team.ended");
    }
}
