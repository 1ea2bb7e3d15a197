package lv.kopa.event.edit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Organiser;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Makes events known: to everybody, or to those who have the invitation link. */
@Pages("/organiser/events/{slug}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class PublicationController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Announcements announcements;
    private final Events events;
    private final Clock clock;

    PublicationController(Announcements announcements, Events events, Clock clock) {
        this.announcements = announcements;
        this.events = events;
        this.clock = clock;
    }

    /** Where something of a draft is not said yet, asks first. */
    @Post("/publication")
    HttpResponse<byte[]> publish(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        Unfinished unfinished = Unfinished.of(event);
        if (event.event().isDraft() && !unfinished.isNothing() && !form.chose("sure", "yes")) {
            EventView view = new EventView(shell, event, clock.instant());
            return Html.ok(templates.eventEditUnfinished(new UnfinishedPage(view, unfinished)));
        }
        announcements.publish(event.event().id(), organiser.actor());
        return Flash.seeOther("/organiser/events/" + slug, "workspace.event.published");
    }

    /** Answers with the page itself and no other address, for the secret is shown once and kept nowhere. */
    @Post("/invitation")
    HttpResponse<byte[]> invite(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        String secret =
                announcements.invite(event.event().id(), organiser.actor()).secret();
        String link = shell.links().to("/events/" + slug + "?invitation=" + secret);
        return Html.ok(templates.eventInvitation(shell, event, link)).header("Cache-Control", "no-store");
    }
}
