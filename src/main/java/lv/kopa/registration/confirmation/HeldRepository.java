package lv.kopa.registration.confirmation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HeldRepository extends GenericRepository<Registration, Long> {
    Optional<Registration> findById(long id);

    /** Why a link opens nothing any more that once did. */
    @Query("SELECT ending FROM ended_link WHERE link_hash = :linkHash")
    Optional<String> ending(String linkHash);
}
