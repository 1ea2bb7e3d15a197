package lv.kopa.web.idempotency;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Locks an answer so that only who sends the same key and body again opens it: AES-GCM with a key that HKDF (RFC 5869)
 * makes of both. We keep neither.
 *
 * @param fingerprint tells this body from another one sent with the same key
 */
record Seal(String fingerprint, SecretKeySpec key) {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Seal of(Submission submission, String key, byte[] body) {
        ByteArrayOutputStream secret = new ByteArrayOutputStream();
        secret.writeBytes(key.getBytes(StandardCharsets.UTF_8));
        secret.write(0);
        secret.writeBytes(body);
        byte[] extracted = hmac(submission.hash().getBytes(StandardCharsets.US_ASCII), secret.toByteArray());
        byte[] fingerprint = expand(extracted, "kopa fingerprint");
        byte[] lock = expand(extracted, "kopa answer");
        return new Seal(HexFormat.of().formatHex(fingerprint), new SecretKeySpec(lock, "AES"));
    }

    byte[] close(byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] locked = crypt(Cipher.ENCRYPT_MODE, nonce, plain);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + locked.length);
        System.arraycopy(locked, 0, sealed, NONCE, locked.length);
        return sealed;
    }

    byte[] open(byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE);
        return crypt(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** HKDF's second step, for the 32 bytes of its first block. */
    private static byte[] expand(byte[] extracted, String purpose) {
        byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
        byte[] block = Arrays.copyOf(info, info.length + 1);
        block[info.length] = 1;
        return hmac(extracted, block);
    }

    private static byte[] hmac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Seal";
    }
}
