package lv.kopa.event.finding;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import lv.kopa.organisation.UnknownOrganisation;
import lv.kopa.paper.QrCode;
import lv.kopa.project.UnknownProject;
import lv.kopa.text.Language;
import lv.kopa.text.Slug;
import lv.kopa.web.Edition;
import lv.kopa.web.Fetch;
import lv.kopa.web.Links;

/**
 * Takes a page over to a telephone, at the place where it offers to subscribe. A code of the feed itself would serve those
 * telephones only that know `webcal:`.
 */
@Hidden
@Controller
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_ANONYMOUS)
class QrController {
    private static final MediaType SVG = new MediaType("image/svg+xml");
    private static final String PLACE = "#subscribe";

    /** A code of more letters has dots too small to be read from a screen. */
    private static final int LONGEST = 500;

    private final Links links;
    private final Clock clock;

    QrController(Links links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    @Get("/calendar.svg")
    HttpResponse<byte[]> everything(HttpRequest<?> request) {
        return code(request, "/");
    }

    @Get("/organisations/{slug}/calendar.svg")
    HttpResponse<byte[]> organisation(HttpRequest<?> request, @PathVariable String slug) {
        if (!Slug.isOne(slug)) {
            throw new UnknownOrganisation();
        }
        return code(request, "/organisations/" + slug);
    }

    @Get("/projects/{slug}/calendar.svg")
    HttpResponse<byte[]> project(HttpRequest<?> request, @PathVariable String slug) {
        if (!Slug.isOne(slug)) {
            throw new UnknownProject();
        }
        return code(request, "/projects/" + slug);
    }

    private HttpResponse<byte[]> code(HttpRequest<?> request, String page) {
        String query = Search.of(name -> request.getParameters().getFirst(name)).query();
        String language = request.getParameters()
                .getFirst("lang")
                .flatMap(Language::of)
                .map(known -> "lang=" + known.tag())
                .orElse("");
        String both = query.isEmpty() || language.isEmpty() ? query + language : query + "&" + language;
        String whole = links.to(page + (both.isEmpty() ? "" : "?" + both) + PLACE);
        byte[] svg = QrCode.svg(whole.length() > LONGEST ? links.to(page + PLACE) : whole);
        return Fetch.of(request)
                .answer(Edition.of(svg), clock.instant())
                .contentType(SVG)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
    }
}
