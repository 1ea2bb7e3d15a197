package lv.kopa.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.netty.handler.codec.DateFormatter;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A program's request for an {@link Edition}: which coding it takes and which edition it has already (RFC 9110 §§8.8,
 * 12.5.3, 13.1).
 */
public final class Fetch {
    private final HttpHeaders headers;
    private final boolean bodyless;
    private final String codings;
    private final boolean gzip;

    private Fetch(HttpRequest<?> request) {
        this.headers = request.getHeaders();
        this.bodyless = request.getMethod() == HttpMethod.HEAD;
        this.codings = String.join(",", headers.getAll(HttpHeaders.ACCEPT_ENCODING));
        this.gzip = takesGzip(codings);
    }

    public static Fetch of(HttpRequest<?> request) {
        return new Fetch(request);
    }

    /** 304 without a body where the program has this edition, else 200 with it; the caller says what kind of file it is. */
    public MutableHttpResponse<byte[]> answer(Edition edition, Instant now) {
        String tag = edition.tag(gzip);
        MutableHttpResponse<byte[]> answer =
                isKnown(edition, tag, now) ? HttpResponse.status(HttpStatus.NOT_MODIFIED) : whole(edition);
        String lastModified = edition.lastModified(now);
        if (lastModified != null) {
            answer.header(HttpHeaders.LAST_MODIFIED, lastModified);
        }
        return answer.header(HttpHeaders.ETAG, mayBeRecoded() ? "W/" + tag : tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private MutableHttpResponse<byte[]> whole(Edition edition) {
        byte[] bytes = edition.bytes(gzip);
        MutableHttpResponse<byte[]> answer = HttpResponse.ok(bytes);
        if (bodyless) {
            answer.contentLength(bytes.length);
        }
        return gzip ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer;
    }

    /** Whether the server may yet pack it in a way (deflate) that we keep no tag for. */
    private boolean mayBeRecoded() {
        return !gzip && !codings.isEmpty();
    }

    private boolean isKnown(Edition edition, String tag, Instant now) {
        List<String> tags = headers.getAll(HttpHeaders.IF_NONE_MATCH);
        if (!tags.isEmpty()) {
            return tags.stream().anyMatch(list -> names(list, tag));
        }
        return Optional.ofNullable(headers.get(HttpHeaders.IF_MODIFIED_SINCE))
                .map(DateFormatter::parseHttpDate)
                .map(Date::toInstant)
                .filter(seen -> !seen.isAfter(now) && edition.isUnchangedSince(seen))
                .isPresent();
    }

    /** Weak comparison (§8.8.3.2). */
    private static boolean names(String list, String tag) {
        for (String each : list.split(",")) {
            String known = each.strip();
            if (known.equals("*") || known.equals(tag) || known.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }

    private static boolean takesGzip(String codings) {
        double any = 0;
        for (String coding : codings.toLowerCase(Locale.ROOT).split(",")) {
            int end = coding.indexOf(';');
            String name = (end < 0 ? coding : coding.substring(0, end)).strip();
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return weight(coding, end) > 0;
            }
            if (name.equals("*")) {
                any = weight(coding, end);
            }
        }
        return any > 0;
    }

    private static double weight(String coding, int semicolon) {
        int equals = coding.indexOf('=', Math.max(semicolon, 0));
        try {
            return semicolon < 0 || equals < 0
                    ? 1
                    : Double.parseDouble(coding.substring(equals + 1).strip());
        } catch (NumberFormatException unreadable) {
            return 0;
        }
    }
}
