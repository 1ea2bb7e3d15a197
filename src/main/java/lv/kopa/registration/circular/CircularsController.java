package lv.kopa.registration.circular;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Set;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.delivery.Postman;
import lv.kopa.organisation.Organiser;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** What was written to the people of an event, and how far it is. */
@Pages("/organiser/events/{slug}/circulars")
@Secured(SecurityRule.IS_AUTHENTICATED)
class CircularsController {
    private static final int SIZE = 200;

    private final StaticTemplates templates = new StaticTemplates();
    private final Circulars circulars;
    private final Events events;
    private final Postman postman;

    CircularsController(Circulars circulars, Events events, Postman postman) {
        this.circulars = circulars;
        this.events = events;
        this.postman = postman;
    }

    @Get
    HttpResponse<byte[]> list(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        return Html.ok(templates.registrationCircularList(
                new CircularsPage(shell, event, circulars.of(event.event().id()))));
    }

    @Get("/{id}")
    HttpResponse<byte[]> show(
            Shell shell, Organiser organiser, String slug, long id, @QueryValue @Nullable Long after) {
        EventDetails event = events.own(slug, organiser);
        Circular circular = circulars.get(event.event().id(), id);
        List<Recipient> found = circulars.page(circular, after == null ? 0 : after, SIZE + 1);
        boolean last = found.size() <= SIZE;
        return Html.ok(templates.registrationCircularShow(new CircularPage(
                shell,
                event,
                circular,
                postman.works(Set.of(event.organisation().id())),
                circulars.files(circular),
                circulars.progress(circular),
                last ? found : List.copyOf(found.subList(0, SIZE)),
                last)));
    }

    @Post("/{id}/stop")
    HttpResponse<byte[]> stop(Organiser organiser, String slug, long id) {
        EventDetails event = events.own(slug, organiser);
        circulars.stop(circulars.get(event.event().id(), id), organiser.actor());
        return Flash.seeOther("/organiser/events/" + slug + "/circulars/" + id, "circular.stopped");
    }
}
