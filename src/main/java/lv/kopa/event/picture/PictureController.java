package lv.kopa.event.picture;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
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
    private final OutcomePictures outcome;

    PictureController(Pictures pictures, OutcomePictures outcome) {
        this.pictures = pictures;
        this.outcome = outcome;
    }

    @Get("/events/{slug}/picture/{name}")
    HttpResponse<byte[]> show(String slug, String name, @QueryValue @Nullable String narrow) {
        return answer(pictures.find(slug, name, narrow != null));
    }

    @Get("/events/{slug}/outcome/{name}")
    HttpResponse<byte[]> showOutcome(String slug, String name, @QueryValue @Nullable String narrow) {
        return answer(outcome.find(slug, name, narrow != null));
    }

    private static HttpResponse<byte[]> answer(Optional<Jpeg> picture) {
        Jpeg jpeg = picture.orElseThrow(UnknownEvent::new);
        return HttpResponse.ok(jpeg.content())
                .contentType(MediaType.IMAGE_JPEG_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }
}
