package lv.kopa.registration.hold;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;

/** Holds that end as often as anybody likes. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(HoldRepository.class)
@Requires(property = "spec.name", value = "unguarded-holds")
interface UnguardedHolds extends HoldRepository {
    @Override
    @Query("UPDATE address_hold SET confirmed_at = :now WHERE registration_id = :registration")
    long confirm(long registration, Instant now);

    @Override
    @Query("UPDATE address_hold SET ran_out_at = :now WHERE registration_id = :registration")
    long runOut(long registration, Instant now);
}
