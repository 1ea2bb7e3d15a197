package lv.kopa.file;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Locale;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file without its bytes.
 *
 * @param space where it counts
 * @param sizeBytes of what is kept, which may be sealed
 * @param sha256 of the same, in hexadecimal
 * @param stagedHash of the secret by which it can be used in a form; null once it is
 */
@MappedEntity("stored_file")
public record StoredFile(
        @Id @GeneratedValue long id,
        String space,
        String name,
        String mediaType,
        long sizeBytes,
        String sha256,
        @Nullable String stagedHash,
        @Nullable Instant stagedUntil,
        Instant createdAt) {
    private static final int KILO = 1024;

    /** "PDF, 1.2 MB". */
    public String about(Language reader) {
        int dot = name.lastIndexOf('.');
        String end = dot < 0 ? "" : name.substring(dot + 1).toUpperCase(Locale.ROOT) + ", ";
        return end + size(reader);
    }

    /** Its size as people say it. */
    public String size(Language reader) {
        return size(sizeBytes, reader);
    }

    /** So many bytes as people say it. */
    public static String size(long bytes, Language reader) {
        Texts texts = Texts.in(reader);
        long kilobytes = Math.max(1, Math.round((double) bytes / KILO));
        return kilobytes < KILO
                ? texts.get("file.kilobytes", kilobytes)
                : texts.get("file.megabytes", Math.round(10.0 * kilobytes / KILO) / 10.0);
    }

    /** Without its name, which may be personal, for logs. */
    @Override
    public String toString() {
        return "StoredFile[" + id + "]";
    }
}
