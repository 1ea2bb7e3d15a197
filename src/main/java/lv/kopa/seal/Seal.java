package lv.kopa.seal;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;

/**
 * Seals secrets with a key that is not in the database. What is sealed opens only for what it belongs to, so that nobody
 * who can write into the database can move it elsewhere.
 */
@Singleton
public class Seal {
    private final KeyRing keys;

    Seal(KeyRing keys) {
        this.keys = keys;
    }

    public byte[] close(byte[] secret, byte[] belonging) {
        try {
            return keys.newest().encrypt(secret, belonging);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a secret could not be sealed", failed);
        }
    }

    /**
     * @throws IllegalStateException if the key is not on this server, or the secret belongs to something else
     */
    public byte[] open(byte[] sealed, byte[] belonging) {
        try {
            return keys.known().decrypt(sealed, belonging);
        } catch (GeneralSecurityException perhapsNewerKey) {
            try {
                return keys.newest().decrypt(sealed, belonging);
            } catch (GeneralSecurityException wrongKey) {
                throw new IllegalStateException("a secret cannot be opened with the keys here", wrongKey);
            }
        }
    }
}
