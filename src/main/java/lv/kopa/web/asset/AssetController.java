package lv.kopa.web.asset;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;

@Hidden
@Controller
@Produces("*/*")
@Secured(SecurityRule.IS_ANONYMOUS)
class AssetController {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String WORKER = "-worker.js";
    private static final String FOR_A_DAY = "public, max-age=86400";

    @Get("/assets/{name}")
    MutableHttpResponse<?> asset(
            @PathVariable String name,
            @QueryValue Optional<String> v,
            @Header(HttpHeaders.IF_NONE_MATCH) Optional<String> known) {
        return Assets.find(name)
                .<MutableHttpResponse<?>>map(asset -> reaching(
                        name,
                        answer(asset, known, v.filter(asset.hash()::equals).isPresent())))
                .orElseGet(HttpResponse::notFound);
    }

    @Get("/favicon.ico")
    HttpResponse<?> icon(@Header(HttpHeaders.IF_NONE_MATCH) Optional<String> known) {
        return asset("favicon.ico", Optional.empty(), known);
    }

    /** A service worker may look after pages elsewhere than beside its file; which, the page says that brings it. */
    private static MutableHttpResponse<?> reaching(String name, MutableHttpResponse<?> answer) {
        return name.endsWith(WORKER) ? answer.header("Service-Worker-Allowed", "/organiser/") : answer;
    }

    private static MutableHttpResponse<?> answer(Asset asset, Optional<String> known, boolean thisVersion) {
        boolean unchanged = known.filter(tags -> tags.contains(asset.hash())).isPresent();
        MutableHttpResponse<?> response = unchanged
                ? HttpResponse.notModified()
                : HttpResponse.ok(asset.content()).contentType(asset.type());
        return response.header(HttpHeaders.ETAG, asset.etag())
                .header(HttpHeaders.CACHE_CONTROL, thisVersion ? FOR_EVER : FOR_A_DAY);
    }
}
