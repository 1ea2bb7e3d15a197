package lv.kopa.web.asset;

import io.micronaut.http.MediaType;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A file of ours.
 *
 * @param hash the beginning of its SHA-256, which tells one version from another
 */
record Asset(MediaType type, String hash, byte[] content) {
    private static final MediaType BYTES = MediaType.APPLICATION_OCTET_STREAM_TYPE;
    private static final Map<String, MediaType> TYPES = Map.of(
            "css", new MediaType("text/css; charset=utf-8"),
            "js", new MediaType("text/javascript; charset=utf-8"),
            "svg", new MediaType("image/svg+xml"),
            "ico", new MediaType("image/x-icon"),
            "png", new MediaType("image/png"),
            "txt", new MediaType("text/plain; charset=utf-8"),
            "woff2", new MediaType("font/woff2"));

    static Asset of(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return new Asset(TYPES.getOrDefault(ending, BYTES), hash(content), content);
    }

    /** Weak, since the same file travels plain and compressed. */
    String etag() {
        return "W/\"" + hash + "\"";
    }

    private static String hash(byte[] content) {
        return DigestUtils.sha256Hex(content).substring(0, 16);
    }
}
