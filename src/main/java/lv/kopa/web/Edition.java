package lv.kopa.web;

import io.netty.handler.codec.DateFormatter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A file that programs fetch again and again, ready to be sent: as it is and packed, each with the entity tag by which
 * they ask whether it is still the same.
 */
public final class Edition {
    private static final int FINGERPRINT = 16;

    private final byte[] plain;
    private final byte[] packed;
    private final String fingerprint;
    private final String plainTag;
    private final String packedTag;
    private final @Nullable Instant changedAt;
    private final @Nullable String changed;

    private Edition(byte[] plain, byte[] packed, String fingerprint, @Nullable Instant changedAt) {
        this.plain = plain;
        this.packed = packed;
        this.fingerprint = fingerprint;
        this.plainTag = '"' + fingerprint + '"';
        this.packedTag = '"' + fingerprint + "-gzip\"";
        this.changedAt = changedAt;
        this.changed = changedAt == null ? null : DateFormatter.format(Date.from(changedAt));
    }

    /** An edition of which nobody knows since when it is so. */
    public static Edition of(byte[] content) {
        return new Edition(content, packed(content), fingerprint(content), null);
    }

    /** The same, known to be so since an instant: whole seconds, as HTTP tells time. */
    public Edition since(Instant changedAt) {
        return new Edition(plain, packed, fingerprint, changedAt);
    }

    /** The same for the same bytes, whoever makes them. */
    public String fingerprint() {
        return fingerprint;
    }

    /** How many bytes of memory it takes. */
    public int weight() {
        return plain.length + packed.length;
    }

    byte[] bytes(boolean gzip) {
        return gzip ? packed : plain;
    }

    String tag(boolean gzip) {
        return gzip ? packedTag : plainTag;
    }

    /** Last-Modified, never later than now: the second change within a second is told a second later. */
    @Nullable
    String lastModified(Instant now) {
        return changedAt == null || !changedAt.isAfter(now) ? changed : DateFormatter.format(Date.from(now));
    }

    boolean isUnchangedSince(Instant seen) {
        return changedAt != null && !changedAt.isAfter(seen);
    }

    private static String fingerprint(byte[] content) {
        byte[] digest = Arrays.copyOf(DigestUtils.sha256(content), FINGERPRINT);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 6 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }
}
