package lv.kopa.attendance.sheet;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SheetRepository extends GenericRepository<SignedSheet, Long> {
    SignedSheet save(SignedSheet sheet);

    @Query("SELECT * FROM signed_sheet WHERE event_id = :event ORDER BY day, session_id, id")
    List<SignedSheet> of(long event);

    @Query("SELECT * FROM signed_sheet WHERE id = :id AND event_id = :event")
    Optional<SignedSheet> find(long event, long id);

    /** The same; whoever says who signed it waits until the transaction is over. */
    @Query("SELECT * FROM signed_sheet WHERE id = :id AND event_id = :event FOR UPDATE")
    Optional<SignedSheet> lock(long event, long id);

    @Query("DELETE FROM signed_sheet WHERE id = :id")
    long remove(long id);

    @Query("SELECT registration_id FROM signature WHERE sheet_id = :sheet")
    List<Long> signatures(long sheet);

    @Query("INSERT INTO signature (sheet_id, registration_id) VALUES (:sheet, :registration)")
    void sign(long sheet, long registration);

    @Query("DELETE FROM signature WHERE sheet_id = :sheet")
    void forgetSignatures(long sheet);

    /** Others who compare it wait until the transaction is over; 0 where it was removed. */
    @Query("UPDATE signed_sheet SET compared_at = :now, compared_by = :actor WHERE id = :sheet")
    long compare(long sheet, Instant now, String actor);

    @Query("""
            SELECT c.registration_id FROM consent c JOIN registration r ON r.id = c.registration_id
            WHERE r.event_id = :event AND c.purpose = 'PHOTO' AND c.withdrawn_at IS NULL""")
    List<Long> photographed(long event);
}
