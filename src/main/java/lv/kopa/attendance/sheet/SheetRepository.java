package lv.kopa.attendance.sheet;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SheetRepository extends GenericRepository<SignedSheet, Long> {
    SignedSheet save(SignedSheet sheet);

    @Query("SELECT * FROM signed_sheet WHERE event_id = :event ORDER BY day, session_id, id")
    List<SignedSheet> of(long event);

    @Query("SELECT * FROM signed_sheet WHERE id = :id AND event_id = :event")
    Optional<SignedSheet> find(long event, long id);

    @Query("DELETE FROM signed_sheet WHERE id = :id")
    long remove(long id);

    @Query("""
            SELECT c.registration_id FROM consent c JOIN registration r ON r.id = c.registration_id
            WHERE r.event_id = :event AND c.purpose = 'PHOTO' AND c.withdrawn_at IS NULL""")
    List<Long> photographed(long event);
}
