package lv.kopa.calendar;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;

/** How calendars are asked for and given out. */
public final class CalendarAnswer {
    private static final MediaType CALENDAR = new MediaType("text/calendar; charset=utf-8");
    private static final MediaType ATOM = new MediaType("application/atom+xml; charset=utf-8");
    private static final MediaType JSON = new MediaType("application/feed+json; charset=utf-8");
    private static final String NO_GUESSING = "X-Content-Type-Options";
    private static final int LONGEST_PROGRAM = 100;

    private CalendarAnswer() {}

    /** The language that the address names. */
    public static Language language(HttpRequest<?> request) {
        return request.getUri().getRawQuery() == null
                ? Language.EN
                : request.getParameters().getFirst("lang").flatMap(Language::of).orElse(Language.EN);
    }

    /** What the program that asks calls itself. */
    public static String program(HttpRequest<?> request) {
        String named = PlainText.line(request.getHeaders().get(HttpHeaders.USER_AGENT, String.class, "?"));
        return named.length() > LONGEST_PROGRAM ? PlainText.line(named.substring(0, LONGEST_PROGRAM)) : named;
    }

    /** To be subscribed to, and the same for everybody. */
    static HttpResponse<byte[]> toRead(MutableHttpResponse<byte[]> answer, FeedKey.Form form) {
        return switch (form) {
            case CALENDAR -> shared(answer).header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"events.ics\"");
            case ATOM -> shared(answer).contentType(ATOM);
            case JSON -> shared(answer).contentType(JSON);
        };
    }

    /** To be imported, and the same for everybody. */
    static HttpResponse<byte[]> toImport(MutableHttpResponse<byte[]> answer, String name) {
        return shared(answer).header(HttpHeaders.CONTENT_DISPOSITION, attachment(name));
    }

    /** To be imported by one person alone. */
    static HttpResponse<byte[]> personal(MutableHttpResponse<byte[]> answer, String name) {
        return personalAs(answer, attachment(name));
    }

    /** To be subscribed to by one person alone. */
    public static HttpResponse<byte[]> personalToRead(MutableHttpResponse<byte[]> answer) {
        return personalAs(answer, "inline; filename=\"my-events.ics\"");
    }

    private static HttpResponse<byte[]> personalAs(MutableHttpResponse<byte[]> answer, String disposition) {
        return calendar(answer)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition);
    }

    private static MutableHttpResponse<byte[]> shared(MutableHttpResponse<byte[]> answer) {
        return calendar(answer).header(HttpHeaders.CACHE_CONTROL, "public, max-age=300");
    }

    private static MutableHttpResponse<byte[]> calendar(MutableHttpResponse<byte[]> answer) {
        return answer.contentType(CALENDAR).header(NO_GUESSING, "nosniff");
    }

    private static String attachment(String name) {
        return "attachment; filename=\"" + name + ".ics\"";
    }
}
