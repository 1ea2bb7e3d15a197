package lv.kopa.mail.server;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OwnServerRepository extends GenericRepository<OwnServer, Long> {
    Optional<OwnServer> findByOrganisationId(long organisation);

    List<OwnServer> findByOrganisationIdIn(Collection<Long> organisations);

    @Query("SELECT * FROM mail_server WHERE sealed_password IS NOT NULL")
    List<OwnServer> withPassword();

    OwnServer save(OwnServer server);

    @Query("""
            UPDATE mail_server
            SET host = :host, port = :port, tls = :tls, username = :username, sealed_password = :sealed,
                from_address = :from, bounce_address = :bounce, per_minute = :perMinute, version = version + 1
            WHERE organisation_id = :organisation AND version = :version
            """)
    int change(
            long organisation,
            int version,
            String host,
            int port,
            Tls tls,
            @Nullable String username,
            @io.micronaut.core.annotation.Nullable byte @Nullable [] sealed,
            String from,
            @Nullable String bounce,
            @Nullable Integer perMinute);

    @Query(
            "UPDATE mail_server SET sealed_password = :sealed WHERE organisation_id = :organisation AND version = :version")
    int reseal(long organisation, int version, byte[] sealed);

    @Query("DELETE FROM mail_server WHERE organisation_id = :organisation")
    int remove(long organisation);
}
