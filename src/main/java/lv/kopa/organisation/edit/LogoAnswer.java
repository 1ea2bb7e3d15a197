package lv.kopa.organisation.edit;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import lv.kopa.organisation.Logo;

/** A logo as browsers get it: one that was changed has another address. */
public final class LogoAnswer {
    private LogoAnswer() {}

    public static HttpResponse<?> of(HttpRequest<?> request, Logo logo) {
        String tag = '"' + logo.hash() + '"';
        boolean known = tag.equals(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH));
        return (known
                        ? HttpResponse.notModified()
                        : HttpResponse.ok(logo.content()).contentType(MediaType.of(logo.type())))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
    }
}
