package lv.kopa.organisation.factor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of six digits that change every half minute (RFC 6238), as every authenticator makes them. */
final class OneTimeCodes {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final int SECRET_BYTES = 20;

    /** So many steps a telephone's clock may be off, either way. */
    private static final long TOLERANCE = 1;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator(STEP, 6);

    private OneTimeCodes() {}

    static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The step whose code this is, if it is one of about now. */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        long current = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
                .filter(step -> same(code(secret, step), code))
                .findFirst();
    }

    static String code(byte[] secret, long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The secret as people type it. */
    static String typeable(byte[] secret) {
        return new Base32().encodeAsString(secret);
    }

    /** What an authenticator reads from a picture. */
    static String address(byte[] secret, String email) {
        String account = URLEncoder.encode(email, StandardCharsets.UTF_8);
        return "otpauth://totp/Kopa:" + account + "?secret=" + typeable(secret) + "&issuer=Kopa";
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
