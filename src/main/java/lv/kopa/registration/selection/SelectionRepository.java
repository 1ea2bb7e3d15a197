package lv.kopa.registration.selection;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SelectionRepository extends GenericRepository<Criterion, Long> {
    @Query("SELECT * FROM selection_criterion WHERE event_id = :event ORDER BY position, id")
    List<Criterion> criteria(long event);

    @Query("INSERT INTO selection_criterion (event_id, position, name) VALUES (:event, :position, :name)")
    void add(long event, int position, String name);

    @Query("UPDATE selection_criterion SET name = :name WHERE id = :id")
    void rename(long id, String name);

    @Query("DELETE FROM selection_mark WHERE criterion_id = :id")
    void removeMarks(long id);

    @Query("DELETE FROM selection_criterion WHERE id = :id")
    void remove(long id);

    @Query("""
            SELECT m.registration_id, m.criterion_id, m.points FROM selection_mark m
            WHERE m.registration_id IN (:registrations)""")
    List<Mark> marks(Collection<Long> registrations);

    @Query("""
            INSERT INTO selection_mark (registration_id, criterion_id, points)
            VALUES (:registration, :criterion, :points) ON DUPLICATE KEY UPDATE points = :points""")
    void mark(long registration, long criterion, int points);

    @Query("DELETE FROM selection_mark WHERE registration_id = :registration AND criterion_id = :criterion")
    void unmark(long registration, long criterion);

    @Query("SELECT registration_id, note, version FROM selection_note WHERE registration_id IN (:registrations)")
    List<Note> notes(Collection<Long> registrations);

    @Query("""
            INSERT IGNORE INTO selection_note (registration_id, note, version, written_by, written_at)
            VALUES (:registration, :note, 1, :actor, :now)""")
    long write(long registration, String note, String actor, Instant now);

    @Query("""
            UPDATE selection_note SET note = :note, version = version + 1, written_by = :actor, written_at = :now
            WHERE registration_id = :registration AND version = :version""")
    long rewrite(long registration, String note, int version, String actor, Instant now);
}
