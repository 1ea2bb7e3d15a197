package lv.kopa.registration.material;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.web.Flash;
import lv.kopa.web.Pages;

/** Lets organisers tell people of new materials. */
@Pages("/organiser/events/{slug}/materials/news")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MaterialNewsController {
    private final MaterialNews news;
    private final Events events;

    MaterialNewsController(MaterialNews news, Events events) {
        this.news = news;
        this.events = events;
    }

    @Post
    HttpResponse<byte[]> tell(Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        MaterialNews.Told told = news.tell(event.event().id(), organiser.actor());
        String page = "/organiser/events/" + slug + "/materials";
        return told.materials() == 0
                ? Flash.seeOther(page, "material.news.none")
                : Flash.seeOther(page, "material.news.told", told.people(), "/organiser/outbox?event=" + slug);
    }
}
