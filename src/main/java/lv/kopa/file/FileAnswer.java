package lv.kopa.file;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * A file as it is given out: to be saved, never to be shown by the browser as a page of ours, and kept by no cache, since
 * tomorrow it may be gone or for fewer people.
 */
public final class FileAnswer {
    private static final String SPECIAL = "!#$&+-.^_`|~";

    private FileAnswer() {}

    public static HttpResponse<?> of(StoredFile file, InputStream content) {
        return of(
                file,
                new StreamedFile(
                        content,
                        MediaType.of(file.mediaType()),
                        file.createdAt().toEpochMilli(),
                        file.sizeBytes()));
    }

    /** The same of bytes that are not as they are kept. */
    public static HttpResponse<?> of(StoredFile file, byte[] content) {
        return of(file, (Object) content);
    }

    private static HttpResponse<?> of(StoredFile file, Object content) {
        return HttpResponse.ok(content)
                .contentType(MediaType.of(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.name()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    /** RFC 6266: in ASCII for the oldest programs, and as it is, encoded as RFC 8187 says. */
    static String disposition(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^ -~]|[\"\\\\%]", "_");
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xFF);
            boolean plainLetter = letter < 0x80 && (Character.isLetterOrDigit(letter) || SPECIAL.indexOf(letter) >= 0);
            encoded.append(plainLetter ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
        }
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
