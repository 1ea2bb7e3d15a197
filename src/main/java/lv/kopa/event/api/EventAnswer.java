package lv.kopa.event.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import lv.kopa.event.EventDetails;
import lv.kopa.web.api.Version;

/** Answers with an event, and the ETag by which whoever wants to change it says which they looked at. */
@Singleton
class EventAnswer {
    private final EventItems items;

    EventAnswer(EventItems items) {
        this.items = items;
    }

    /** As its organisers see it. */
    HttpResponse<EventItem> whole(EventDetails event) {
        return tagged(HttpResponse.ok(items.whole(event)));
    }

    /** The same just after it came to be. */
    HttpResponse<EventItem> created(EventDetails event) {
        EventItem drafted = items.whole(event);
        return tagged(HttpResponse.created(drafted, URI.create(drafted.links().self())));
    }

    /** As everybody sees it. */
    HttpResponse<EventItem> open(EventDetails event) {
        return tagged(HttpResponse.ok(items.open(event)));
    }

    private static HttpResponse<EventItem> tagged(MutableHttpResponse<EventItem> answer) {
        return answer.header(HttpHeaders.ETAG, new Version(answer.body().version()).etag());
    }
}
