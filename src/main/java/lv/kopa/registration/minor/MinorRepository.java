package lv.kopa.registration.minor;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;

@JdbcRepository(dialect = Dialect.MYSQL)
interface MinorRepository extends GenericRepository<Registration, Long> {
    Optional<Registration> findById(long id);

    /** Why a link opens nothing any more that once did. */
    @Query("SELECT ending FROM ended_link WHERE link_hash = :linkHash")
    Optional<String> ending(String linkHash);

    /** The ids of the sessions that somebody chose or waits for. */
    @Query("""
            SELECT session_id FROM registration_session WHERE registration_id = :registration
            UNION SELECT session_id FROM session_turn WHERE registration_id = :registration""")
    List<Long> wanted(long registration);

    /** Has the person take back no more that they gave it up. */
    @Query("UPDATE registration SET given_up_from = NULL, given_up_queue = NULL WHERE id = :id")
    void endWayBack(long id);
}
