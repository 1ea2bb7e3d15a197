package lv.kopa.export.regular;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ListOrderRepository extends GenericRepository<ListOrder, Long> {
    ListOrder save(ListOrder order);

    @Query("SELECT * FROM list_order WHERE event_id = :event ORDER BY id")
    List<ListOrder> of(long event);

    @Query("SELECT id FROM list_order WHERE next_at <= :now ORDER BY id")
    List<Long> due(Instant now);

    @Query("SELECT * FROM list_order WHERE id = :id FOR UPDATE")
    Optional<ListOrder> lock(long id);

    @Query("UPDATE list_order SET next_at = :next WHERE id = :id")
    void put(long id, Instant next);

    @Query("DELETE FROM list_order WHERE id = :id AND event_id = :event")
    long remove(long id, long event);
}
