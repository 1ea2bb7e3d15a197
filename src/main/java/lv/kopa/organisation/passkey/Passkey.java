package lv.kopa.organisation.passkey;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key by which somebody signs in.
 *
 * @param credentialId by which its authenticator knows it
 * @param publicKey as COSE has it (RFC 9052)
 * @param signCount how often it has signed, as it says itself; 0 where it does not count
 * @param synced whether there may be copies of it in other devices of theirs
 */
@MappedEntity("passkey")
@SuppressWarnings("ArrayRecordComponent") // never compared
record Passkey(
        @Id @GeneratedValue long id,
        long personId,
        byte[] credentialId,
        byte[] publicKey,
        long signCount,
        boolean synced,
        String name,
        Instant addedAt,
        @Nullable Instant usedAt) {
    @Override
    public String toString() {
        return "passkey:" + id;
    }
}
