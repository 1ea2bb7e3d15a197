package lv.kopa.report;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Optional;
import lv.kopa.project.Project;
import org.jspecify.annotations.Nullable;

/** How reports are asked for and given out; what is behind them is personal, so nothing on the way may keep it. */
public final class ReportAnswer {
    private static final int MOST_PAGES = 10_000;

    private ReportAnswer() {}

    /** From which day to which. */
    public static Span span(HttpRequest<?> request, Project project) {
        return Span.of(typed(request, "from"), typed(request, "to"), project);
    }

    /** Which figure. */
    static Selection selection(HttpRequest<?> request) {
        return Selection.of(
                typed(request, "count"), typed(request, "activity"), typed(request, "by"), typed(request, "group"));
    }

    /** Which page of its rows. */
    static int page(HttpRequest<?> request) {
        return Optional.ofNullable(typed(request, "page"))
                .filter(page -> page.matches("[1-9]\\d{0,4}"))
                .map(Integer::valueOf)
                .filter(page -> page <= MOST_PAGES)
                .orElse(1);
    }

    private static @Nullable String typed(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).orElse(null);
    }

    public static <T> MutableHttpResponse<T> file(String type, String name, T content) {
        return HttpResponse.ok(content)
                .contentType(new MediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff");
    }
}
