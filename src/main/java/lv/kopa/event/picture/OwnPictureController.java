package lv.kopa.event.picture;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
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

/** Where organisers choose the picture of an event and say what is to be seen on it. */
@Pages("/organiser/events/{slug}/picture")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OwnPictureController {
    private static final String WORDS = "shows";
    private static final int LONGEST = 300;

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Pictures pictures;

    OwnPictureController(Events events, Pictures pictures) {
        this.events = events;
        this.pictures = pictures;
    }

    @Get
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        return Html.ok(templates.eventPicture(page(shell, events.own(slug, organiser))));
    }

    @Post
    HttpResponse<byte[]> keep(
            Shell shell, Organiser organiser, String slug, @Part("picture") CompletedFileUpload upload)
            throws IOException {
        PicturePage page = page(shell, events.own(slug, organiser));
        try {
            pictures.keep(page.event().event().id(), Picture.of(upload.getBytes()), organiser.actor());
        } catch (PictureRefused refused) {
            page.form().reject("picture", refused.sentence());
            return Html.unprocessable(templates.eventPicture(page));
        }
        return Flash.seeOther(page.path(), "picture.kept");
    }

    @Post("/words")
    HttpResponse<byte[]> describe(Shell shell, Organiser organiser, String slug, @Body Form form) {
        PicturePage page = new PicturePage(shell, events.own(slug, organiser), form);
        Translated words = form.translated(WORDS);
        if (words.length() > LONGEST) {
            form.reject(WORDS + "." + shell.language().tag(), "web.too-long", LONGEST);
            return Html.unprocessable(templates.eventPicture(page));
        }
        pictures.describe(page.event().event().id(), words, organiser.actor());
        return Flash.seeOther(page.path(), "picture.described");
    }

    @Post("/removal")
    HttpResponse<byte[]> remove(Shell shell, Organiser organiser, String slug) {
        PicturePage page = page(shell, events.own(slug, organiser));
        pictures.remove(page.event().event().id(), organiser.actor());
        return Flash.seeOther(page.path(), "picture.removed");
    }

    private static PicturePage page(Shell shell, EventDetails event) {
        return new PicturePage(
                shell, event, Form.empty().with(WORDS, event.event().pictureShows()));
    }
}
