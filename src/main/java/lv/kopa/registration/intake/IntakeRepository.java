package lv.kopa.registration.intake;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface IntakeRepository extends GenericRepository<Registration, Long> {
    @Query("SELECT live_email FROM registration WHERE event_id = :event AND live_email IS NOT NULL")
    List<String> registered(long event);
}
