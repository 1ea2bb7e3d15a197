package lv.kopa.registration.delegation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface DelegateRepository extends GenericRepository<Delegate, Long> {
    Delegate save(Delegate delegate);

    /** Those who fill a place, in the order they were named. */
    @Query("SELECT * FROM delegation_member WHERE delegation_id = :delegation AND left_at IS NULL ORDER BY id")
    List<Delegate> of(long delegation);

    @Query("SELECT * FROM delegation_member WHERE delegation_id = :delegation AND id = :id")
    Optional<Delegate> find(long delegation, long id);

    @Query("SELECT * FROM delegation_member WHERE registration_id = :registration")
    Optional<Delegate> ofRegistration(long registration);

    /** Whether somebody else who fills a place was named by this address. */
    @Query("""
            SELECT EXISTS (SELECT 1 FROM delegation_member WHERE delegation_id = :delegation AND left_at IS NULL
              AND email_key = :emailKey AND id <> :except)""")
    boolean isNamed(long delegation, String emailKey, long except);

    /** Puts the name right that the head typed for somebody whose registration is not to be seen. */
    @Query("UPDATE delegation_member SET name = :name WHERE id = :id AND registration_id IS NULL")
    void rename(long id, String name);

    /** Notes that somebody no longer fills a place; 0 where that was noted before. */
    @Query("UPDATE delegation_member SET left_at = :now, email_key = NULL WHERE id = :id AND left_at IS NULL")
    long leave(long id, Instant now);

    /** Forgets whose registration somebody's was who has left. */
    @Query("UPDATE delegation_member SET name = NULL, email_key = NULL, registration_id = NULL WHERE id = :id")
    void part(long id);

    @Query("UPDATE delegation_member SET left_at = NULL WHERE id = :id AND left_at IS NOT NULL")
    long comeBack(long id);

    @Query("""
            SELECT r.* FROM registration r JOIN delegation_member m ON m.registration_id = r.id
            WHERE m.delegation_id = :delegation AND m.left_at IS NULL""")
    List<Registration> registrations(long delegation);

    /** Whoever is written to by way of the head is written to at the head's new address. */
    @Query("""
            UPDATE registration r JOIN delegation_member m ON m.registration_id = r.id SET r.email = :email
            WHERE m.delegation_id = :delegation AND r.email = :before AND r.email_key LIKE '%@party.invalid'""")
    void moveMail(long delegation, String before, String email);
}
