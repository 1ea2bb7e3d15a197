package lv.kopa.organisation.factor;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.organisation.Person;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SecondFactorRepository extends GenericRepository<Person, Long> {
    @Query("SELECT person_id, sealed_secret, confirmed_at, last_step FROM second_factor WHERE person_id = :personId")
    Optional<SecondFactor> find(long personId);

    @Query("SELECT person_id, sealed_secret, confirmed_at, last_step FROM second_factor")
    List<SecondFactor> all();

    @Query("""
            INSERT INTO second_factor (person_id, sealed_secret) VALUES (:personId, :sealed)
            ON DUPLICATE KEY UPDATE sealed_secret = IF(confirmed_at IS NULL, :sealed, sealed_secret)
            """)
    void propose(long personId, byte[] sealed);

    /** 0 where another secret was proposed meanwhile, which is the one that the telephone knows. */
    @Query("""
            UPDATE second_factor SET confirmed_at = :now, last_step = :step
            WHERE person_id = :personId AND sealed_secret = :sealed AND confirmed_at IS NULL
            """)
    int confirm(long personId, byte[] sealed, long step, Instant now);

    /** 0 where a code of this step, or of a later one, was taken before. */
    @Query("UPDATE second_factor SET last_step = :step WHERE person_id = :personId AND last_step < :step")
    int spend(long personId, long step);

    @Query("UPDATE second_factor SET sealed_secret = :sealed WHERE person_id = :personId AND sealed_secret = :former")
    int reseal(long personId, byte[] former, byte[] sealed);

    @Query("DELETE FROM second_factor WHERE person_id = :personId")
    int remove(long personId);

    @Query("INSERT INTO recovery_code (person_id, code_hash) VALUES (:personId, :codeHash)")
    void addRecovery(long personId, String codeHash);

    /** 0 where it is none, or was used. */
    @Query("DELETE FROM recovery_code WHERE person_id = :personId AND code_hash = :codeHash")
    int spendRecovery(long personId, String codeHash);

    @Query("DELETE FROM recovery_code WHERE person_id = :personId")
    void removeRecovery(long personId);

    @Query("SELECT COUNT(*) FROM recovery_code WHERE person_id = :personId")
    int recoveryLeft(long personId);
}
