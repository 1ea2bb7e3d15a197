package lv.kopa.registration.undo;

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
interface DecisionRepository extends GenericRepository<Decision, Long> {
    Decision save(Decision decision);

    @Query("SELECT * FROM decision WHERE id = :id AND event_id = :event")
    Optional<Decision> find(long id, long event);

    @Query("""
            SELECT * FROM decision WHERE event_id = :event AND undo_until > :now AND undone_at IS NULL
            ORDER BY id DESC""")
    List<Decision> open(long event, Instant now);

    /** Takes the one turn there is to undo a decision; 0 where somebody had it before, or it is too late. */
    @Query("""
            UPDATE decision SET undone_by = :actor, undone_at = :now
            WHERE id = :id AND undone_at IS NULL AND undo_until > :now""")
    long undo(long id, String actor, Instant now);

    @Query("""
            INSERT INTO decision_person (decision_id, registration_id, category_id, others, revision, known)
            VALUES (:decision, :registration, :category, :others, :revision, :known)""")
    void add(
            long decision,
            long registration,
            @Nullable Long category,
            String others,
            int revision,
            @Nullable String known);

    @Query("""
            SELECT registration_id, category_id, others, revision, known, fate FROM decision_person
            WHERE decision_id = :decision ORDER BY registration_id""")
    List<Decided> people(long decision);

    @Query("""
            SELECT r.* FROM decision_person p JOIN registration r ON r.id = p.registration_id
            WHERE p.decision_id = :decision ORDER BY r.id""")
    List<Registration> registrations(long decision);

    @Query("""
            UPDATE decision_person SET fate = :fate
            WHERE decision_id = :decision AND registration_id = :registration""")
    void note(long decision, long registration, Fate fate);
}
