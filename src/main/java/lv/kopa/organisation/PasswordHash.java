package lv.kopa.organisation;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;

/** Argon2id with 19 MiB, a few at once only, so that a rush of sign-ins does not take the memory of all. */
final class PasswordHash {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final String OF_NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$2Sw+hO6Fw42huc212hJWNg$8xE+Jjsjs0eIoLQL5/X3AeRfMAb7Y9pkuPRrvdHu1QI";
    private static final Semaphore TURNS = new Semaphore(4);

    private PasswordHash() {}

    static String of(String password) {
        TURNS.acquireUninterruptibly();
        try {
            return Password.hash(normalised(password))
                    .addRandomSalt(16)
                    .with(ARGON2)
                    .getResult();
        } finally {
            TURNS.release();
        }
    }

    /** Takes as long as finding out that a password is wrong. */
    static void matchNobody(String password) {
        matches(password, OF_NOBODY);
    }

    static boolean matches(String password, String hash) {
        TURNS.acquireUninterruptibly();
        try {
            return Password.check(normalised(password), hash).with(Argon2Function.getInstanceFromHash(hash));
        } finally {
            TURNS.release();
        }
    }

    /** The same letters are the same password, whichever way a keyboard composes them. */
    private static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
