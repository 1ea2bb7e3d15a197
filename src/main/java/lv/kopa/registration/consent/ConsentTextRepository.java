package lv.kopa.registration.consent;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ConsentTextRepository extends GenericRepository<KeptText, String> {
    @Query("SELECT CONCAT_WS(' ', purpose, version, language) FROM consent_text")
    List<String> known();

    /** What another server has kept meanwhile stays as it is. */
    @Query("""
            INSERT INTO consent_text (purpose, version, language, text, kept_at)
            VALUES (:purpose, :version, :language, :text, :keptAt)
            ON DUPLICATE KEY UPDATE version = version""")
    void keep(List<KeptText> texts);
}
