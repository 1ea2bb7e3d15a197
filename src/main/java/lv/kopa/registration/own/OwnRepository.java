package lv.kopa.registration.own;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OwnRepository extends GenericRepository<Registration, Long> {
    @Query("SELECT EXISTS(SELECT 1 FROM registration WHERE event_id = :event AND live_email = :emailKey)")
    boolean isRegistered(long event, String emailKey);

    @Query("""
            UPDATE registration SET name = :name, phone = :phone, organisation = :organisation, language = :language,
              changed_at = :now, revision = revision + 1
            WHERE id = :id""")
    void change(
            long id, String name, @Nullable String phone, @Nullable String organisation, String language, Instant now);

    /** When somebody gave up what was not a place yet, by what it was. */
    @Query("""
            SELECT at FROM audit WHERE subject = 'registration' AND subject_id = :registration AND deed = 'cancelled'
              AND changes LIKE CONCAT('%"', :status, '"%')""")
    List<Instant> givenUp(long registration, String status);

    /** The number of the certificate that a person has. */
    @Query("SELECT number FROM certificate WHERE registration_id = :registration AND standing = 1")
    Optional<String> certificate(long registration);

    /** Whether a person who was there, or has a place where nobody wrote down who was, has yet to say what they think. */
    @Query("""
            SELECT EXISTS(SELECT 1 FROM registration r JOIN feedback f ON f.event_id = r.event_id
              WHERE r.id = :registration AND r.status = 'CONFIRMED' AND f.opened_at IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM feedback_given g WHERE g.registration_id = r.id)
                AND (EXISTS (SELECT 1 FROM attendance t JOIN session s ON s.id = t.session_id
                    WHERE s.event_id = r.event_id AND t.registration_id = r.id AND t.standing = 1)
                  OR NOT EXISTS (SELECT 1 FROM attendance t JOIN session s ON s.id = t.session_id
                    WHERE s.event_id = r.event_id AND t.standing = 1)))""")
    boolean isAskedForFeedback(long registration);

    @Query("SELECT session_id FROM registration_session WHERE registration_id = :registration")
    List<Long> sessions(long registration);

    @Query("INSERT INTO registration_session (registration_id, session_id) VALUES (:registration, :session)")
    void choose(long registration, long session);

    @Query("DELETE FROM registration_session WHERE registration_id = :registration AND session_id = :session")
    void leave(long registration, long session);
}
