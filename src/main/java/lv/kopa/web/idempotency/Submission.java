package lv.kopa.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One sending of a program, however often it is repeated. A controller takes it as a `@Nullable` argument and stores the
 * hash with what it does, so that it knows its own work again after a server died before the answer was kept.
 *
 * @param hash SHA-256, in hexadecimal, of the Idempotency-Key, of who sent it and where to
 */
public record Submission(String hash) {

    static Submission of(String key, String caller, String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {address, caller, key}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return new Submission(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
