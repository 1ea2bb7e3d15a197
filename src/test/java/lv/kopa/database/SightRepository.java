package lv.kopa.database;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface SightRepository extends CrudRepository<Sight, Long> {
    @Override
    @UnitOfWork
    <S extends Sight> S save(S sight);

    List<Sight> findByAtAfter(Instant at);

    List<Sight> findByClock(LocalDateTime clock);

    @Query("SELECT at FROM sight WHERE at <= :at")
    List<Instant> instantsUntil(Instant at);

    @Query("SELECT * FROM sight WHERE clock >= :opening")
    List<Sight> sinceOpening(@TypeDef(type = DataType.STRING, converter = WallClock.class) LocalDateTime opening);
}
