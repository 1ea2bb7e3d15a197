package lv.kopa.web.guard;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Clock;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line a request: what was asked for and how it went, but neither who asked nor with which secret or words. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String BEGAN = "kopa.began";
    private static final Pattern SECRET =
            Pattern.compile("(?<=^/(?:r|p|my|setup|delegation|join|password)/)[^/]+|(?<=/)[A-Za-z0-9_-]{32,}(?=/|$)");
    private static final Pattern ILL = Pattern.compile("[^!-~]");
    private static final Pattern DULL = Pattern.compile("^/(assets|health|prometheus|favicon)\\b.*");
    private static final int LONGEST = 200;

    private final Clock clock;

    AccessLog(Clock clock) {
        this.clock = clock;
    }

    @RequestFilter
    void begin(HttpRequest<?> request) {
        request.setAttribute(BEGAN, clock.millis());
    }

    @ResponseFilter
    void write(HttpRequest<?> request, HttpResponse<?> response) {
        if (LOG.isInfoEnabled() && !DULL.matcher(request.getPath()).matches()) {
            long took = clock.millis() - request.getAttribute(BEGAN, Long.class).orElseGet(clock::millis);
            LOG.info("{} {} {} {} ms", request.getMethodName(), place(request.getPath()), response.code(), took);
        }
    }

    /** The path without query, secrets, and whatever could forge a line of the log. */
    static String place(String path) {
        String tellable = ILL.matcher(SECRET.matcher(path).replaceAll("…"))
                .replaceAll(found -> found.group().equals("…") ? "…" : "?");
        return tellable.length() > LONGEST ? tellable.substring(0, LONGEST) + "…" : tellable;
    }
}
