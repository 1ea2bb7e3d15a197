package lv.kopa.registration.answer;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import lv.kopa.seal.Seal;

/**
 * Seals what few may see. A sealed answer opens only for the registration and the question it was given to, so that nobody
 * who can write into the database can move it under another name.
 */
@Singleton
class Vault {
    private static final Argument<List<String>> VALUES = Argument.listOf(String.class);

    private final Seal seal;
    private final JsonMapper json;

    Vault(Seal seal, JsonMapper json) {
        this.seal = seal;
        this.json = json;
    }

    byte[] seal(List<String> values, long registration, long question) {
        try {
            return seal(json.writeValueAsBytes(VALUES, values), registration, question);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The same of the bytes of a file. */
    byte[] seal(byte[] content, long registration, long question) {
        return seal.close(content, belonging(registration, question));
    }

    /**
     * @throws IllegalStateException if the key is not on this server, or the answer is not that of this person
     */
    List<String> open(byte[] sealed, long registration, long question) {
        return read(openBytes(sealed, registration, question));
    }

    /** The same of the bytes of a file. */
    byte[] openBytes(byte[] sealed, long registration, long question) {
        return seal.open(sealed, belonging(registration, question));
    }

    private List<String> read(byte[] values) {
        try {
            return json.readValue(values, VALUES);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] belonging(long registration, long question) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(registration)
                .putLong(question)
                .array();
    }
}
