package lv.kopa.attendance.badge;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface BadgeRepository extends GenericRepository<Registration, Long> {
    @Query("""
            SELECT c.registration_id FROM consent c JOIN registration r ON r.id = c.registration_id
            WHERE r.event_id = :event AND c.purpose = 'PHOTO' AND c.withdrawn_at IS NULL""")
    List<Long> photographed(long event);
}
