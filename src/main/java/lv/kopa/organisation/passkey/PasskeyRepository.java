package lv.kopa.organisation.passkey;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PasskeyRepository extends GenericRepository<Passkey, Long> {
    Passkey save(Passkey passkey);

    List<Passkey> findByPersonIdOrderById(long personId);

    @Query("SELECT id, name, added_at, used_at FROM passkey WHERE person_id = :personId ORDER BY id")
    List<OwnPasskey> of(long personId);

    @Query("SELECT EXISTS (SELECT 1 FROM passkey WHERE credential_id = :credentialId)")
    boolean isKnown(byte[] credentialId);

    /** The one that its authenticator shows together with whose it is. */
    @Query("""
            SELECT p.* FROM passkey p JOIN passkey_handle h ON h.person_id = p.person_id
            WHERE p.credential_id = :credentialId AND h.handle = :handle
            """)
    Optional<Passkey> find(byte[] credentialId, String handle);

    /** 0 where it has signed that often before, so that a copy of it is about; what does not count stays at 0. */
    @Query("""
            UPDATE passkey SET sign_count = :signCount, used_at = :now
            WHERE id = :id AND (sign_count < :signCount OR (sign_count = 0 AND :signCount = 0))
            """)
    int use(long id, long signCount, Instant now);

    @Query("UPDATE passkey SET name = :name WHERE id = :id AND person_id = :personId")
    int rename(long id, long personId, String name);

    @Query("DELETE FROM passkey WHERE id = :id AND person_id = :personId")
    int remove(long id, long personId);

    /** Gives somebody a handle, unless they have one. */
    @Query("""
            INSERT INTO passkey_handle (person_id, handle) VALUES (:personId, :handle)
            ON DUPLICATE KEY UPDATE person_id = person_id
            """)
    void giveHandle(long personId, String handle);

    @Query("SELECT handle FROM passkey_handle WHERE person_id = :personId")
    String handle(long personId);
}
