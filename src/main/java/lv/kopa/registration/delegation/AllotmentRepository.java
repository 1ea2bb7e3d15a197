package lv.kopa.registration.delegation;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The counters of delegations' places. The event of the delegation is locked before any of them is. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AllotmentRepository extends GenericRepository<Allotment, Long> {
    Allotment save(Allotment allotment);

    @Query("SELECT * FROM delegation_places WHERE delegation_id = :delegation ORDER BY category_id")
    List<Allotment> of(long delegation);

    @Query("""
            SELECT p.* FROM delegation_places p JOIN delegation d ON d.id = p.delegation_id
            WHERE d.event_id = :event ORDER BY p.category_id""")
    List<Allotment> ofEvent(long event);

    /** Fills one; 0 where none is empty, or the delegation has ended. */
    @Query("""
            UPDATE delegation_places p JOIN delegation d ON d.id = p.delegation_id SET p.filled = p.filled + 1
            WHERE p.id = :id AND p.filled < p.places AND d.closed_at IS NULL""")
    long fill(long id);

    @Query("UPDATE delegation_places SET filled = filled - 1 WHERE id = :id")
    void empty(long id);

    /** Notes of somebody who fills one that they have a place of their own. */
    @Query("UPDATE delegation_places SET apart = apart + 1 WHERE id = :id")
    void setApart(long id);

    @Query("UPDATE delegation_places SET apart = apart - 1, filled = filled - 1 WHERE id = :id")
    void emptyApart(long id);

    /** Gives it as many places; 0 where more are filled. */
    @Query("UPDATE delegation_places SET places = :places WHERE id = :id AND filled <= :places")
    long resize(long id, int places);

    /** How many places of a kind are kept empty for delegations. */
    @Introspected
    record Reserved(long eventId, @Nullable Long categoryId, long places) {}

    @Query("""
            SELECT d.event_id AS event_id, p.category_id AS category_id, SUM(p.places - p.filled + p.apart) AS places
            FROM delegation_places p JOIN delegation d ON d.id = p.delegation_id
            WHERE d.event_id IN (:events) AND d.closed_at IS NULL GROUP BY d.event_id, p.category_id""")
    List<Reserved> reserved(Collection<Long> events);
}
