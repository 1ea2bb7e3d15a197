package lv.kopa.event.picture;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.event.UnknownEvent;
import lv.kopa.web.Pages;
import org.jspecify.annotations.Nullable;

/**
 * Pictures as browsers get them. Another one has another address, which nobody guesses who was not shown the event, so
 * that a draft's can be shown alike.
 */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class PictureController {
    private final Pictures pictures;

    PictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @Get("/events/{slug}/picture/{name}")
    HttpResponse<byte[]> show(String slug, String name, @QueryValue @Nullable String narrow) {
        Jpeg jpeg = pictures.find(slug, name, narrow != null).orElseThrow(UnknownEvent::new);
        return HttpResponse.ok(jpeg.content())
                .contentType(MediaType.IMAGE_JPEG_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }
}
