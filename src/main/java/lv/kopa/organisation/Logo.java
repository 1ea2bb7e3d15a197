package lv.kopa.organisation;

import io.micronaut.core.annotation.Introspected;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/** A picture by which somebody is recognised. */
@Introspected
@SuppressWarnings("ArrayRecordComponent") // it is shown, never compared
public record Logo(byte[] content, String type) {
    /** The most bytes one may have. */
    public static final int LARGEST = 512 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /**
     * What somebody uploaded, by its content and not by what it is called.
     *
     * @throws LogoRefused for what is too large or neither PNG, JPEG nor WebP
     */
    public static Logo of(byte[] content) {
        if (content.length > LARGEST) {
            throw new LogoRefused("logo.too-large");
        }
        return new Logo(content, typeOf(content).orElseThrow(() -> new LogoRefused("logo.not-a-picture")));
    }

    /** The same for the same picture only. */
    public String hash() {
        return DigestUtils.sha256Hex(content).substring(0, 32);
    }

    private static Optional<String> typeOf(byte[] content) {
        if (startsWith(content, PNG)) {
            return Optional.of("image/png");
        }
        if (startsWith(content, JPEG)) {
            return Optional.of("image/jpeg");
        }
        return isWebP(content) ? Optional.of("image/webp") : Optional.empty();
    }

    private static boolean startsWith(byte[] content, byte[] beginning) {
        return content.length > beginning.length
                && Arrays.equals(content, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static boolean isWebP(byte[] content) {
        return content.length > 16
                && new String(content, 0, 4, StandardCharsets.ISO_8859_1).equals("RIFF")
                && new String(content, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
    }
}
