package lv.kopa.registration.waiting;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface WaitingRepository extends GenericRepository<Registration, Long> {
    Optional<Registration> findById(long id);

    /** All who wait for a place that they have not been offered, in their turn. */
    @Query("""
            SELECT * FROM registration WHERE event_id = :event AND status = 'WAITING'
              AND NOT EXISTS (SELECT 1 FROM place_offer o WHERE o.open_for = registration.id)
            ORDER BY queue_number, id""")
    List<Registration> line(long event);

    /** The ids of those who wait for another kind of place, but would take this one too. */
    @Query("""
            SELECT w.registration_id FROM registration_wish w JOIN registration r ON r.id = w.registration_id
            WHERE w.category_id = :category AND r.status = 'WAITING'""")
    List<Long> wouldTake(long category);

    @Query("UPDATE registration SET queue_number = :turn WHERE id = :registration")
    void move(long registration, int turn);

    @Query("""
            SELECT w.category_id FROM registration_wish w JOIN category c ON c.id = w.category_id
            WHERE w.registration_id = :registration ORDER BY c.position, c.id""")
    List<Long> others(long registration);

    @Query("DELETE FROM registration_wish WHERE registration_id = :registration")
    void forgetOthers(long registration);

    @Query("INSERT INTO registration_wish (registration_id, category_id) VALUES (:registration, :category)")
    void wish(long registration, long category);
}
