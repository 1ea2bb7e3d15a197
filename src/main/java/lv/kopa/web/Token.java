package lv.kopa.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.DigestUtils;

/** A secret that opens what it was made for: 160 random bits in lower-case base32. Only its hash is kept. */
public record Token(String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern NOT_OURS = Pattern.compile("[^a-z2-7]");

    private static final int LETTERS = 32;

    public static Token random() {
        byte[] bits = new byte[20];
        RANDOM.nextBytes(bits);
        return new Token(new Base32().encodeAsString(bits).toLowerCase(Locale.ROOT));
    }

    /** A secret as people bring it: in capitals, with what a mail program put around it. */
    public static Token typed(String secret) {
        return new Token(NOT_OURS.matcher(secret.toLowerCase(Locale.ROOT)).replaceAll(""));
    }

    /** The secret of an address as people bring it; what a mail program wrote on behind it is cut off. */
    public static Token inAddress(String secret) {
        String clean = typed(secret).secret();
        return new Token(clean.substring(0, Math.min(clean.length(), LETTERS)));
    }

    /** Whether it is as long as ours are; a shorter one was cut on its way. */
    public boolean isWhole() {
        return secret.length() == LETTERS;
    }

    /** SHA-256 in hexadecimal: what the database knows of it. */
    public String hash() {
        return DigestUtils.sha256Hex(secret);
    }

    /** Compares secrets without telling by its time where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Token";
    }
}
