package lv.kopa.export;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import lv.kopa.registration.attendees.AttendeeQuery;
import org.jspecify.annotations.Nullable;

/** How lists are asked for and given out: files to keep; it is personal data, so nothing on the way may keep it. */
final class ListAnswer {
    private ListAnswer() {}

    /** Whom a list is to name. */
    static AttendeeQuery query(HttpRequest<?> request) {
        return new AttendeeQuery(
                typed(request, "q"), typed(request, "status"), typed(request, "category"), typed(request, "answers"));
    }

    private static @Nullable String typed(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).orElse(null);
    }

    static HttpResponse<byte[]> csv(String slug, byte[] list) {
        return answer("text/csv; charset=utf-8; header=present", slug + "-registrations.csv", list);
    }

    static HttpResponse<byte[]> xlsx(String slug, byte[] list) {
        return answer(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                slug + "-registrations.xlsx",
                list);
    }

    static HttpResponse<byte[]> pdf(String slug, byte[] list) {
        return answer("application/pdf", slug + "-registrations.pdf", list);
    }

    static HttpResponse<byte[]> vcf(String slug, byte[] list) {
        return answer("text/vcard; charset=utf-8", slug + "-registrations.vcf", list);
    }

    private static HttpResponse<byte[]> answer(String type, String name, byte[] list) {
        return HttpResponse.ok(list)
                .contentType(new MediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff");
    }
}
