package lv.kopa.registration;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;

/** Links that open a registration whatever its address is by now. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(RegistrationRepository.class)
@Requires(property = "spec.name", value = "unguarded-links")
interface UnguardedLinks extends RegistrationRepository {
    @Override
    @Query("""
            INSERT INTO registration_link (link_hash, registration_id, created_at)
            SELECT :linkHash, :registration, :now FROM DUAL WHERE :email <> ''""")
    void addLink(long registration, String email, String linkHash, Instant now);
}
