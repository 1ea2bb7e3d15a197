package lv.kopa.registration.delegation.heading;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import lv.kopa.registration.delegation.Delegation;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HeadRepository extends GenericRepository<Delegation, Long> {
    /** The newest hundred. Upper and lower case are the same to the database. */
    @Query("""
            SELECT * FROM (SELECT * FROM delegation WHERE email = :email AND NOT withdrawn ORDER BY id DESC LIMIT 100)
              AS newest ORDER BY id""")
    List<Delegation> headedBy(String email);

    @Query("INSERT INTO delegation_link (link_hash, delegation_id, created_at) VALUES (:linkHash, :delegation, :now)")
    void addLink(String linkHash, long delegation, Instant now);
}
