package lv.kopa.event.picture;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Translated;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import lv.kopa.web.Upload;

/** Where organisers choose the pictures that go with what they tell of an event, and say what is to be seen on them. */
@Pages("/organiser/events/{slug}/outcome/pictures")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OutcomePictureController {
    private static final String FILE = "picture";
    private static final String SHOWS = "shows";
    private static final int LONGEST = 300;

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final OutcomePictures pictures;
    private final Clock clock;

    OutcomePictureController(Events events, OutcomePictures pictures, Clock clock) {
        this.events = events;
        this.pictures = pictures;
        this.clock = clock;
    }

    @Get
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        return Html.ok(templates.eventOutcomePictures(page(shell, held(slug, organiser), Form.empty())));
    }

    @Post
    HttpResponse<byte[]> add(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = held(slug, organiser);
        Translated shows = form.translated(SHOWS);
        String field = SHOWS + "." + shell.language().tag();
        if (shows.isEmpty()) {
            form.reject(field, "web.required");
        } else if (shows.length() > LONGEST) {
            form.reject(field, "web.too-long", LONGEST);
        }
        Optional<Picture> picture = read(form);
        if (picture.isEmpty() || form.hasErrors()) {
            return Html.unprocessable(templates.eventOutcomePictures(page(shell, event, form)));
        }
        if (!pictures.add(event.event(), picture.get(), shows, organiser.actor())) {
            form.reject("", "web.no-more", OutcomePictures.MOST);
            return Html.unprocessable(templates.eventOutcomePictures(page(shell, event, form)));
        }
        return Flash.seeOther(path(slug), "outcome.picture.added");
    }

    private static Optional<Picture> read(Form form) {
        try {
            byte[] photograph = form.upload(FILE).map(Upload::content).orElse(new byte[0]);
            if (photograph.length > 0) {
                return Optional.of(Picture.of(photograph));
            }
            form.reject(FILE, "web.required");
        } catch (PictureRefused refused) {
            form.reject(FILE, refused.sentence());
        }
        return Optional.empty();
    }

    @Post("/{id}/removal")
    HttpResponse<byte[]> remove(Organiser organiser, String slug, long id) {
        pictures.remove(held(slug, organiser).event(), id, organiser.actor());
        return Flash.seeOther(path(slug), "picture.removed");
    }

    /** Before an event is over there is nothing to tell. */
    private EventDetails held(String slug, Organiser organiser) {
        EventDetails event = events.own(slug, organiser);
        if (!event.event().wasHeld(clock.instant())) {
            throw new UnknownEvent();
        }
        return event;
    }

    private OutcomePicturesPage page(Shell shell, EventDetails event, Form form) {
        return new OutcomePicturesPage(shell, event, pictures.of(event.event()), form);
    }

    private static String path(String slug) {
        return "/organiser/events/" + slug + "/outcome/pictures";
    }
}
