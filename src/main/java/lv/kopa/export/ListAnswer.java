package lv.kopa.export;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import lv.kopa.registration.attendees.AttendeeQuery;
import lv.kopa.registration.attendees.Sorting;
import org.jspecify.annotations.Nullable;

/** How lists are asked for and given out: files to keep; it is personal data, so nothing on the way may keep it. */
final class ListAnswer {
    private static final MediaType CSV = new MediaType("text/csv; charset=utf-8; header=present");
    private static final MediaType XLSX =
            new MediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private ListAnswer() {}

    /** Whom a list is to name. */
    static AttendeeQuery query(HttpRequest<?> request) {
        return new AttendeeQuery(
                typed(request, "q"), typed(request, "status"), typed(request, "category"), typed(request, "answers"));
    }

    /** Which columns it is to have, and in which order. */
    static Exports.Layout layout(HttpRequest<?> request) {
        return new Exports.Layout(Set.copyOf(request.getParameters().getAll("columns")), sorting(request));
    }

    static Sorting sorting(HttpRequest<?> request) {
        return Sorting.of(typed(request, "sort"));
    }

    private static @Nullable String typed(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name).orElse(null);
    }

    static HttpResponse<StreamedFile> csv(String slug, Path list) {
        return file(CSV, slug + "-registrations.csv", list);
    }

    static HttpResponse<StreamedFile> xlsx(String slug, Path list) {
        return file(XLSX, slug + "-registrations.xlsx", list);
    }

    /** A list in a file, which goes with the answer. */
    private static HttpResponse<StreamedFile> file(MediaType type, String name, Path list) {
        try {
            long size = Files.size(list);
            long made = Files.getLastModifiedTime(list).toMillis();
            InputStream content = Files.newInputStream(list, StandardOpenOption.DELETE_ON_CLOSE);
            return answer(type, name, new StreamedFile(content, type, made, size));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static HttpResponse<byte[]> csv(String slug, byte[] list) {
        return answer(CSV, slug + "-registrations.csv", list);
    }

    static HttpResponse<byte[]> xlsx(String slug, byte[] list) {
        return answer(XLSX, slug + "-registrations.xlsx", list);
    }

    static HttpResponse<byte[]> pdf(String slug, byte[] list) {
        return answer("application/pdf", slug + "-registrations.pdf", list);
    }

    static HttpResponse<byte[]> vcf(String slug, byte[] list) {
        return answer("text/vcard; charset=utf-8", slug + "-registrations.vcf", list);
    }

    private static HttpResponse<byte[]> answer(String type, String name, byte[] list) {
        return answer(new MediaType(type), name, list);
    }

    private static <T> HttpResponse<T> answer(MediaType type, String name, T list) {
        return HttpResponse.ok(list)
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff");
    }
}
