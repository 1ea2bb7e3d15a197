package lv.kopa.registration.lists;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import lv.kopa.registration.Registration;

/** The people of an event who have a place, and do not only hold one until their address is confirmed. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ListRepository extends GenericRepository<Registration, Long> {
    /**
     * Somebody who comes.
     *
     * @param pictures how often they agreed to be seen in pictures, and still do
     */
    @Introspected
    record Coming(long id, String name, String email, long pictures) {
        boolean hasAddress() {
            return !email.equals(Registration.NOBODY);
        }

        boolean isPhotographed() {
            return pictures > 0;
        }
    }

    @Query("""
            SELECT r.id, r.name, r.email,
              (SELECT COUNT(*) FROM consent c WHERE c.registration_id = r.id AND c.purpose = 'PHOTO'
                 AND c.withdrawn_at IS NULL) AS pictures
            FROM registration r
            WHERE r.event_id = :event AND r.status = 'CONFIRMED' AND r.name <> ''
              AND NOT EXISTS (SELECT 1 FROM address_hold h
                              WHERE h.registration_id = r.id AND h.confirmed_at IS NULL AND h.ran_out_at IS NULL)
            ORDER BY r.name, r.id""")
    List<Coming> coming(long event);
}
